import { KubinError } from "@kubin/schema";
import { print } from "../io.ts";
import { inert, inertLines } from "../output/inert.ts";
import { openOutput } from "../output/open-output.ts";
import { printResult } from "../output/print-result.ts";
import { pagesOf } from "./all-rows.ts";
import { evaluateJsonPath } from "./jsonpath/evaluate-json-path.ts";
import { parseJsonPath } from "./jsonpath/parse-json-path.ts";
import type { PrintAll } from "./listing.ts";
import { prefixOf } from "./print-table.ts";

/** More objects than this in one document are refused: they would not fit in memory. */
const mostObjects = 20_000;

/** `-o name`, `-o json`, `-o yaml`, `-o jsonpath=…`: one object alone where one was named, else a List, as kubectl. */
export async function printObjects(all: PrintAll): Promise<undefined> {
  const { io, args, listings, format } = all;
  if (format === "name") return printNames(all);
  const template = typeof format === "object" ? parseJsonPath(format.jsonpath) : undefined;
  const objects = await objectsOf(all);
  const single = listings.length === 1 && listings[0]?.names.length === 1 && objects.length === 1;
  const value = single ? objects[0] : { apiVersion: "v1", kind: "List", items: objects };
  if (template) {
    const text = evaluateJsonPath(template, value);
    await print(io, io.terminal.stdout ? inertLines(text) : text);
    return;
  }
  const output = format === "yaml" ? "yaml" : "json";
  await printResult({ io, args: { ...args, output }, value, table: () => "" });
}

async function printNames({ io, args, opened, listings }: PrintAll): Promise<undefined> {
  const out = openOutput(io, args.pager);
  for (const listing of listings) {
    for await (const { rows } of pagesOf(opened.client, opened.snapshot.id, listing)) {
      await out.write(rows.map(({ name }) => `${prefixOf(listing)}/${inert(name)}\n`).join(""));
    }
  }
  await out.end();
}

/** The objects themselves, asked for in parallel (the client batches) and kept in order. */
async function objectsOf({ opened, listings }: PrintAll): Promise<Record<string, unknown>[]> {
  const { client, snapshot } = opened;
  const objects: Record<string, unknown>[] = [];
  for (const listing of listings) {
    for await (const { rows } of pagesOf(client, snapshot.id, listing)) {
      if (objects.length + rows.length > mostObjects) {
        const sentence = `More than ${mostObjects.toLocaleString("en-US")} objects are too many for one document.`;
        throw new KubinError("TOO_LARGE", `${sentence}\nNarrow it with -n or -l, or save all of it: kubin download`);
      }
      for (let start = 0; start < rows.length; start += 60) {
        const some = rows
          .slice(start, start + 60)
          .map(({ group, plural, namespace, name }) =>
            client.metadata.resource.query({ snapshotId: snapshot.id, group, plural, namespace, name }),
          );
        for (const { object } of await Promise.all(some)) objects.push(object);
      }
    }
  }
  return objects;
}
