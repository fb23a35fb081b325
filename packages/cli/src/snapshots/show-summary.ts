import type { Io } from "../io.ts";
import { inertLines } from "../output/inert.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";
import { openContent } from "../session/open-content.ts";
import type { WantedArgs } from "../session/wanted-snapshot.ts";

/** `kubin summary`: an Overview, or the same as Markdown. */
export async function showSummary(io: Io, args: WantedArgs & ResultArgs): Promise<undefined> {
  const { client, snapshot, url } = await openContent(io, args);
  const asked = { snapshotId: snapshot.id };
  const [value, nodes, certificates] = await Promise.all([
    client.analytics.overview.query(asked),
    client.analytics.nodes.query(asked),
    client.analytics.certificates.query(asked),
  ]);
  const { summariseOverview } = await import("@kubin/kubernetes");
  const table = () => inertLines(summariseOverview(value, { link: url, nodes, certificates }));
  await printResult({ io, args, value, table });
}
