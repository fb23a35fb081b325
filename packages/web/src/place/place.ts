import type { LogSource } from "@kubin/schema";

/** How the pages below are reached: by a shared link or, for the owner, by the snapshot's id. */
export type Base = { by: "link"; token: string } | { by: "id"; id: string };

export const objectTabs = ["summary", "yaml", "events", "related", "logs"] as const;
export type ObjectTab = (typeof objectTabs)[number];

/** What the query part of a URL holds. Text only: each page reads its own words. */
export type Search = Readonly<Record<string, string | undefined>>;

/** A page of a snapshot. `search` holds what is chosen on it. */
export type Place =
  | { page: "overview" | "events" | "logs" | "documents" | "coverage"; search?: Search }
  | { page: "document"; sha256: string; search?: Search }
  | { page: "list"; group: string; plural: string; search?: Search }
  | { page: "object"; group: string; plural: string; namespace: string; name: string; search?: Search }
  | { page: "stream"; namespace: string; pod: string; container: string; source: LogSource; search?: Search };
