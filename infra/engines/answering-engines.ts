import { engines } from "./engines.ts";
import { placeOf } from "./places.ts";

/** Kubin's environment for the engines that run. Throws with how to start those that do not answer: nothing is skipped. */
export async function answeringEngines(): Promise<Readonly<Record<string, string>>> {
  const silent: string[] = [];
  for (const engine of engines) {
    await engine.ask(await placeOf(engine.name)).catch(() => silent.push(engine.name));
  }
  if (silent.length > 0) {
    throw new Error(`${silent.join(", ")}: no answer. Start the engines with: npm run engines -- up`);
  }
  return Object.fromEntries(engines.flatMap((engine) => Object.entries(engine.environment())));
}
