import type { Place } from "../place/place.ts";
import { frameTexts } from "../texts/frame.ts";

export interface NamedPage {
  name: string;
  /** What one types for it; the first is shown. */
  words: readonly string[];
  place: { page: Exclude<Place["page"], "document" | "list" | "object" | "object-logs" | "stream"> };
}

/** The pages of a snapshot that are no lists of objects. */
export function pageList(withHelm: boolean): NamedPage[] {
  const pages: NamedPage[] = [
    { name: frameTexts.overview, words: ["overview", "home", "pulse", "pulses"], place: { page: "overview" } },
    { name: frameTexts.events, words: ["events", "event", "ev"], place: { page: "events" } },
    { name: frameTexts.logs, words: ["logs", "log", "search"], place: { page: "logs" } },
    { name: frameTexts.images, words: ["images", "image"], place: { page: "images" } },
    { name: frameTexts.certificates, words: ["certificates", "certs", "cert"], place: { page: "certificates" } },
    { name: frameTexts.whoCan, words: ["who-can", "whocan", "can", "can-i"], place: { page: "who-can" } },
    { name: frameTexts.documents, words: ["documents", "docs", "bundle"], place: { page: "documents" } },
    { name: frameTexts.coverage, words: ["coverage", "gaps"], place: { page: "coverage" } },
  ];
  if (withHelm) pages.push({ name: frameTexts.helm, words: ["helm", "releases"], place: { page: "helm" } });
  return pages;
}
