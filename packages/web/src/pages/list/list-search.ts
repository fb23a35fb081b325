import type { Health } from "@kubin/schema";
import type { Search } from "../../place/place.ts";

const healths: readonly Health[] = ["failing", "warning", "ok", "unknown"];

/** `?health=failing,warning`; undefined means any. Words that are no health are left out. */
export function healthsOf(search: Search): Health[] | undefined {
  const words = (search.health ?? "").split(",");
  const chosen = healths.filter((health) => words.includes(health));
  return chosen.length > 0 ? chosen : undefined;
}

/** Failing first unless `?order=name` says otherwise. */
export function listOrderOf(search: Search): "health" | "name" {
  return search.order === "name" ? "name" : "health";
}
