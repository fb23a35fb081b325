import { namedEngines } from "../../../../infra/engines/engines.ts";
import { type Strike, strikeEngine } from "../../../../infra/engines/strike-engine.ts";

/**
 * Holds still what changes objects by itself, controllers and scheduler, until disposed of: a capture and what kubectl says
 * can be compared one by one. Logs are still served.
 */
export async function freezeControllers(): Promise<AsyncDisposable> {
  await strike("freeze");
  return { [Symbol.asyncDispose]: () => strike("thaw") };
}

async function strike(how: Strike): Promise<void> {
  for (const engine of namedEngines(["kube-controllers"])) await strikeEngine(engine, how, () => {});
}
