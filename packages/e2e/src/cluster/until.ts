import { setTimeout as wait } from "node:timers/promises";

/** Waits until it is so, three minutes unless told; throws with what it waited for. */
export async function until(
  what: string | (() => string),
  isSo: () => Promise<boolean>,
  withinMs = 180_000,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end)
      throw new Error(`Waited ${withinMs / 1_000} s for ${typeof what === "string" ? what : what()}.`);
    await wait(250);
  }
}
