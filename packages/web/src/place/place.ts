import type { LogSource } from "@kubin/schema";
import type { ObjectRef } from "./object-ref.ts";

/** How the pages below are reached: by a shared link or, for the owner, by the snapshot's id. */
export type Base = { by: "link"; token: string } | { by: "id"; id: string };

export const objectTabs = ["summary", "describe", "yaml", "events", "related", "logs"] as const;
export type ObjectTab = (typeof objectTabs)[number];

/** What the query part of a URL holds. Text only: each page reads its own words. */
export type Search = Readonly<Record<string, string | undefined>>;

type PlainPage =
  | "overview"
  | "events"
  | "logs"
  | "documents"
  | "coverage"
  | "helm"
  | "images"
  | "certificates"
  | "who-can";

/**
 * A page of a snapshot. `search` holds what is chosen on it. `object-logs` is no page: it opens the logs drawer where
 * one is, with the logs of the object or of its pods.
 */
export type Place =
  | { page: PlainPage; search?: Search }
  | { page: "document"; sha256: string; search?: Search }
  | { page: "list"; group: string; plural: string; search?: Search }
  | ({ page: "object" | "object-logs"; search?: Search } & ObjectRef)
  | { page: "stream"; namespace: string; pod: string; container: string; source: LogSource; search?: Search };
