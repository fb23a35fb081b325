import type { Health } from "@kubin/schema";
import type { Place } from "../place/place.ts";

export type EntryIcon = "object" | "kind" | "page" | "action" | "recent";

/** One thing that can be chosen. All its texts are captured ones or our own; they are shown inert. */
export interface PaletteEntry {
  /** One of its kind in the whole list. */
  key: string;
  icon: EntryIcon;
  name: string;
  /** What it is: "Pod in shop"; "" where its title says it. */
  what: string;
  health?: Health;
  /** Where else than in the name the text was found: "label", with a little around it. */
  found?: { where: string; text: string };
  /** On the right: a key, a count. */
  aside?: string;
  /** Leads there, or does something. */
  to: Place | (() => void);
}

export interface PaletteGroup {
  key: string;
  title: string;
  entries: readonly PaletteEntry[];
}
