import { spawnCli } from "../../src/testbed/processes.ts";

/** `kubin import`, to COMPLETED; the id of the snapshot. */
export async function importBundle(server: string, bundle: string): Promise<string> {
  const cli = spawnCli(["import", bundle, "--server", server, "--wait", "--output", "json"]);
  if ((await cli.ended) !== 0) throw new Error(`kubin import: ${cli.stderr()}`);
  return (JSON.parse(cli.stdout().split("\n")[0] ?? "") as { id: string }).id; // first line of --output json
}
