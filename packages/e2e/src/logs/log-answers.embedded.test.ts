import { createClient, exportLogs, type KubinClient } from "@kubin/client";
import type { LogLine, LogStreamRef } from "@kubin/schema";
import { openKubin } from "@kubin/server/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logsPart, objectsPart } from "../testbed/make-parts.ts";
import { uploadParts } from "../testbed/upload-parts.ts";

const second = (at: number) => `2026-03-01T10:00:${String(at).padStart(2, "0")}Z`;
const stream = (pod: string): LogStreamRef => ({ namespace: "shop", pod, container: "app", source: "current" });
const places = (lines: readonly LogLine[]) => lines.map(({ pod, line }) => `${pod}/${line}`);

/** A ReplicaSet of two pods and a pod of its own, on two nodes. */
const owner = (uid: string) => [{ apiVersion: "apps/v1", kind: "ReplicaSet", name: "web", uid }];
const pod = (name: string, node: string, owners: unknown[]) => ({
  plural: "pods",
  object: {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, namespace: "shop", uid: `u-${name}`, ownerReferences: owners },
    spec: { nodeName: node, containers: [] },
  },
});

describe("answers about log lines", () => {
  let kubin: Awaited<ReturnType<typeof openKubin>>;
  let client: KubinClient;
  let snapshotId: string;

  beforeAll(async () => {
    kubin = await openKubin();
    client = createClient({ server: kubin.url });
    const set = {
      apiVersion: "apps/v1",
      kind: "ReplicaSet",
      metadata: { name: "web", namespace: "shop", uid: "u-set" },
    };
    const { ticket } = await uploadParts(kubin.url, [
      objectsPart("resources", "shop", [
        { plural: "replicasets", object: set },
        pod("web-1", "n1", owner("u-set")),
        pod("web-2", "n2", owner("u-set")),
        pod("db", "n1", []),
      ]),
      logsPart("shop", [
        { stream: stream("web-1"), lines: [1, 2, 3, 4].map((at) => `${second(at)} web one ${at}`) },
        { stream: stream("web-2"), lines: [2, 3].map((at) => `${second(at)} =web two ${at}, "quoted"`) },
        { stream: stream("db"), lines: [`${second(3)} ERROR db`, "no time"] },
      ]),
    ]);
    snapshotId = ticket.id;
  });
  afterAll(() => kubin.close());

  const around = { before: 2, after: 1 };

  it("shows what the pod, and all pods of its workload, said around a moment", async () => {
    const line = { snapshotId, stream: stream("web-2"), line: 0, ...around };
    const ofPod = await client.query.linesAtMoment.query({ ...line, among: "pod" });
    expect(places(ofPod.lines)).toEqual(["web-2/0", "web-2/1"]);
    expect(ofPod).toMatchObject({ hasBefore: false, hasAfter: false });
    const ofWorkload = await client.query.linesAtMoment.query({ ...line, among: "workload" });
    expect(places(ofWorkload.lines)).toEqual(["web-1/0", "web-1/1", "web-2/0", "web-1/2"]);
    expect(ofWorkload).toMatchObject({ hasBefore: false, hasAfter: true });
    const ofItself = await client.query.linesAtMoment.query({ ...line, stream: stream("db"), among: "workload" });
    expect(places(ofItself.lines)).toEqual(["db/0"]);
  });

  it.each([
    ["workload:web", ["web-1", "web-2"]],
    ["workload:rs/w*", ["web-1", "web-2"]],
    ["node:n1 -workload:web", ["db"]],
    ["node:n2 OR pod:db", ["db", "web-2"]],
  ])("finds the lines of %s", async (query, pods) => {
    const { facets } = await client.query.facets.query({ snapshotId, query, fields: ["pod"] });
    expect(facets[0]?.values.map(({ value }) => value).sort()).toEqual(pods);
  });

  it.each(["workload:other", "workload:deploy/web", "node:n3"])("says that %s is nobody", async (query) => {
    const asked = client.query.searchLogs.query({ snapshotId, query });
    await expect(asked).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: `${query} means no pod of this snapshot.`,
    });
  });

  it("says why there is nothing around a line without a time, or one that is not there", async () => {
    const asked = { snapshotId, stream: stream("db"), ...around };
    await expect(client.query.linesAtMoment.query({ ...asked, line: 1 })).rejects.toThrow("has no time");
    await expect(client.query.linesAtMoment.query({ ...asked, line: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each(["newest", "oldest", "file"] as const)("pages there and back, %s", async (order) => {
    const all = places((await client.query.searchLogs.query({ snapshotId, query: "", order })).lines);
    expect(all).toHaveLength(8);
    const page = (cursor?: string) => client.query.searchLogs.query({ snapshotId, query: "", order, limit: 3, cursor });
    const first = await page();
    expect(first.previousCursor).toBeUndefined();
    const next = await page(first.nextCursor);
    const last = await page(next.nextCursor);
    expect([first, next, last].flatMap(({ lines }) => places(lines))).toEqual(all);
    expect(last.nextCursor).toBeUndefined();
    const back = await page(last.previousCursor);
    expect(places(back.lines)).toEqual(places(next.lines));
    expect(places((await page(back.nextCursor)).lines)).toEqual(places(last.lines));
    const begin = await page(back.previousCursor);
    expect(places(begin.lines)).toEqual(places(first.lines));
  });

  it("counts values, and gives what was read of lines over plain HTTP too", async () => {
    const facets = await client.query.facets.query({ snapshotId, query: "web", fields: ["pod", "level"] });
    expect(facets).toMatchObject({
      lines: 6,
      facets: [
        {
          field: "pod",
          values: [
            { value: "web-1", lines: 4 },
            { value: "web-2", lines: 2 },
          ],
        },
        {},
      ],
    });
    const url = `${kubin.url}/api/v1/snapshots/${snapshotId}/logs/search?query=db`;
    for (const more of ["&with=fields", ""]) {
      const { lines } = (await (await fetch(`${url}${more}`)).json()) as { lines: LogLine[] };
      expect(lines.map((line) => "fields" in line)).toEqual([more !== ""]);
    }
  });

  const file = async (query: string, format: "ndjson" | "csv" | "text") =>
    new Response(await exportLogs({ server: kubin.url, snapshotId, query, format })).text();

  it("exports the lines as they were captured", async () => {
    expect(await file("pod:web-2 OR pod:db", "text")).toBe(
      [`${second(3)} ERROR db`, "no time", ...[2, 3].map((at) => `${second(at)} =web two ${at}, "quoted"`), ""].join(
        "\n",
      ),
    );
    expect(await file("nowhere", "text")).toBe("");
  });

  it("exports NDJSON and CSV", async () => {
    const lines = (await file("", "ndjson")).trimEnd().split("\n");
    expect(places(lines.map((line) => JSON.parse(line) as LogLine))).toHaveLength(8);
    expect((await file("pod:db", "csv")).split("\r\n")).toMatchObject([
      "time,level,namespace,pod,container,run,line,text,fields",
      expect.stringMatching(
        /^2026-03-01T10:00:03.000000000Z,error,shop,db,app,current,1,2026-03-01T10:00:03Z ERROR db,/,
      ),
      expect.stringMatching(/^,unknown,shop,db,app,current,2,no time,/),
      "",
    ]);
  });

  it("refuses an export with words, before a file begins", async () => {
    await expect(file('"open', "text")).rejects.toMatchObject({ code: "BAD_INPUT", message: /never closed/ });
    const wrong = await fetch(`${kubin.url}/api/v1/snapshots/${snapshotId}/logs/export?format=xml`);
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({ data: { kubin: { code: "BAD_INPUT" } } });
    const other = "0192f0c1-2345-7abc-8def-0123456789ab";
    await expect(exportLogs({ server: kubin.url, snapshotId: other, query: "", format: "text" })).rejects.toMatchObject(
      {
        code: "NOT_FOUND",
      },
    );
  });
});
