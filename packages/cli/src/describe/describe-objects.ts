import { describeText } from "@kubin/kubernetes";
import { KubinError, type ResourceRow } from "@kubin/schema";
import { pagesOf } from "../get/all-rows.ts";
import type { Listing } from "../get/listing.ts";
import { parseWhat } from "../get/parse-what.ts";
import { resolveListings, type Wanted } from "../get/resolve-listings.ts";
import { type Io, tell } from "../io.ts";
import { inertLines } from "../output/inert.ts";
import { openOutput } from "../output/open-output.ts";
import { outputFormat } from "../output/output-format.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";
import { openContent } from "../session/open-content.ts";
import type { OpenedSnapshot } from "../session/open-snapshot.ts";
import type { WantedArgs } from "../session/wanted-snapshot.ts";

interface DescribeArgs extends WantedArgs, ResultArgs, Omit<Wanted, "text"> {
  kind: string;
  names?: string[] | undefined;
  "all-namespaces": boolean;
}

interface Described {
  kind: string;
  namespace: string;
  name: string;
  text: string;
}

/** Objects asked for at once: the client puts them into one request. */
const askedAtOnce = 20;

/** `kubin describe`: objects with their events, as kubectl describes them. */
export async function describeObjects(io: Io, args: DescribeArgs): Promise<undefined> {
  const what = parseWhat(args.kind, args.names ?? []);
  if (args.namespace !== undefined && args["all-namespaces"]) {
    throw new KubinError("BAD_INPUT", "-n and -A exclude each other.");
  }
  const opened = await openContent(io, args);
  const listings = await resolveListings({ opened, what, args });
  if (outputFormat(args) !== "table" || args.jq !== undefined) {
    const all: Described[] = [];
    for await (const one of describeAll(opened, listings)) all.push(one);
    return printResult({ io, args, value: all, table: () => "" }).then(() => undefined);
  }
  const out = openOutput(io, args.pager);
  let shown = 0;
  for await (const { text } of describeAll(opened, listings)) {
    await out.write(`${shown++ === 0 ? "" : "\n\n"}${inertLines(text)}`);
    if (out.closed()) break;
  }
  await out.end();
  if (shown === 0 && !args.quiet)
    tell(io, "Nothing to describe: the snapshot holds no such object. `kubin get` tells why.");
  return undefined;
}

async function* describeAll(opened: OpenedSnapshot, listings: readonly Listing[]): AsyncGenerator<Described> {
  const { client, snapshot } = opened;
  for (const listing of listings) {
    for await (const { rows } of pagesOf(client, snapshot.id, listing)) {
      for (let start = 0; start < rows.length; start += askedAtOnce) {
        yield* await Promise.all(rows.slice(start, start + askedAtOnce).map((row) => describeOne(opened, row)));
      }
    }
  }
}

async function describeOne({ client, snapshot }: OpenedSnapshot, row: ResourceRow): Promise<Described> {
  const { group, plural, namespace, name, kind } = row;
  const detail = await client.metadata.resource.query({ snapshotId: snapshot.id, group, plural, namespace, name });
  const { object, events, related } = detail;
  const asOf = snapshot.capturedAt ?? snapshot.createdAt;
  return { kind, namespace, name, text: describeText({ object, events, related, asOf }) };
}
