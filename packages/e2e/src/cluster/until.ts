import { setTimeout as wait } from "node:timers/promises";

const withinMs = 180_000;

/** Waits until it is so; throws with what it waited for. */
export async function until(what: string | (() => string), isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end)
      throw new Error(`Waited ${withinMs / 1_000} s for ${typeof what === "string" ? what : what()}.`);
    await wait(250);
  }
}
