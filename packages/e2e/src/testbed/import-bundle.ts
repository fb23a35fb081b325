import { expect } from "vitest";
import { spawnCli } from "./processes.ts";

/** Imports with the real CLI, waits for the end, and returns the id. */
export async function importBundle(server: string, bundle: string): Promise<string> {
  const cli = spawnCli(["import", bundle, "--server", server, "--wait", "--output", "json"]);
  expect(await cli.ended, cli.stderr()).toBe(0);
  const { id } = JSON.parse(cli.stdout().trim().split("\n")[0] ?? "{}") as { id: string };
  return id;
}
