import { join } from "node:path";
import { expect } from "vitest";
import { type CliWorld, openCliWorld } from "./cli-world.ts";
import { writeLogsBundle } from "./logs-bundle.ts";

export interface LogsWorld {
  world: CliWorld;
  /** Names the snapshot of the logs. */
  env: { KUBIN_SNAPSHOT: string };
}

/** A world whose server has the logs of `logs-bundle.ts`. */
export async function openLogsWorld(): Promise<LogsWorld> {
  const world = await openCliWorld();
  const bundle = join(world.folder, "must-gather");
  await writeLogsBundle(bundle);
  const made = await world.kubin(["import", bundle, "--wait", "--name", "logs"]);
  expect(made).toMatchObject({ code: 0 });
  return { world, env: { KUBIN_SNAPSHOT: made.stdout.trimEnd() } };
}
