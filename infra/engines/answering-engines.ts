import type { Engine } from "./engine.ts";
import { groups } from "./engines.ts";
import { placeOf } from "./places.ts";

/**
 * The environment for a group of engines that run, those of the distributed profile unless told. Throws with how to start
 * those that do not answer: nothing is skipped.
 */
export async function answeringEngines(
  group: keyof typeof groups = "distributed",
): Promise<Readonly<Record<string, string>>> {
  const engines: readonly Engine[] = groups[group];
  const silent: string[] = [];
  for (const engine of engines) {
    await engine.ask(await placeOf(engine.name)).catch(() => silent.push(engine.name));
  }
  if (silent.length > 0) {
    throw new Error(`${silent.join(", ")}: no answer. Start the engines with: npm run engines -- up ${group}`);
  }
  return Object.fromEntries(engines.flatMap((engine) => Object.entries(engine.environment())));
}
