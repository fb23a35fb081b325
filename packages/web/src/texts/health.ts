import type { Health } from "@kubin/schema";

/** Each state of health in a word: colour never says it alone. */
export const healthWords: Readonly<Record<Health, string>> = {
  ok: "OK",
  warning: "Warning",
  failing: "Failing",
  unknown: "Unknown",
};
