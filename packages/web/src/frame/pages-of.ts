import type { KindCount } from "@kubin/schema";
import type { Place } from "../place/place.ts";
import { frameTexts } from "../texts/frame.ts";
import type { Section } from "./section-of.ts";

export interface ExtraPage {
  name: string;
  place: Place;
}

/** Pages that answer a question about the kinds of a section stand below these. */
export const extraPages: Readonly<Partial<Record<Section, readonly ExtraPage[]>>> = {
  workloads: [{ name: frameTexts.images, place: { page: "images" } }],
  config: [{ name: frameTexts.certificates, place: { page: "certificates" } }],
  access: [{ name: frameTexts.whoCan, place: { page: "who-can" } }],
};

/** Helm keeps its releases in Secrets or ConfigMaps: without these there can be none to show. */
export function hasHelm(kinds: readonly KindCount[]): boolean {
  return kinds.some((kind) => kind.group === "" && (kind.plural === "secrets" || kind.plural === "configmaps"));
}
