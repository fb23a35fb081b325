import { setTimeout as wait } from "node:timers/promises";

/** Tries until it does not throw any more; throws its last error after `withinMs`. */
export async function waitUntil(attempt: () => Promise<void>, withinMs: number): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await wait(200);
  }
}
