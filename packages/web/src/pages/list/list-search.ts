import type { Health } from "@kubin/schema";
import type { Search } from "../../place/place.ts";

const healths: readonly Health[] = ["failing", "warning", "ok", "unknown"];

/** What "only trouble" means in `?health=`. */
export const trouble = "failing,warning";

/** `?health=failing,warning`; undefined means any. Words that are no health are left out. */
export function healthsOf(search: Search): Health[] | undefined {
  const words = (search.health ?? "").split(",");
  const chosen = healths.filter((health) => words.includes(health));
  return chosen.length > 0 ? chosen : undefined;
}
