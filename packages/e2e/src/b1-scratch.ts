import { createClient, uploadBundle, watchSnapshot } from "@kubin/client";
import { packBundle } from "@kubin/kubernetes";
const n = Number(process.argv[3] ?? 1_000_000), manyNs = process.argv[4] === "ns", longNames = process.argv[4] === "long";
const line = new TextEncoder().encode("2024-01-01T00:00:00.000000000Z a line of a log\n");
const pod = (i: number) => (longNames ? `${"p".repeat(240)}${i}` : `deployment-name-6d95cd7d4d-${i.toString(36).padStart(6, "x")}`);
const source = { name: "x", totalBytes: undefined, isListed: true,
  async *entries() { for (let i = 0; i < n; i++) { const ns = manyNs ? `namespace-${i % 50_000}` : `namespace-${i % 40}`;
      const path = `must-gather.local.1/${"quay-io-x-sha256-" + "0".repeat(64)}/namespaces/${ns}/pods/${pod(i)}/container/container/logs/current.log`;
      yield { path, kind: "file" as const, size: line.length, async *content() { yield line; } }; } },
  async *unpack(c: AsyncIterable<Uint8Array>) { yield* c; } };
const spool = { async create() { return { append: async () => undefined, read: async () => new Uint8Array(), close: async () => undefined } as never; } };
const server = process.argv[2] ?? "";
const t = Date.now(); const at = () => ((Date.now() - t) / 1000).toFixed(1);
const packed = packBundle({ source, bundle: { layout: "must-gather", root: "" }, redaction: { key: new Uint8Array(32), keepSecrets: true }, tool: "t", spool });
let size = 0;
const done = await uploadBundle({ server, begin: { name: "million", layout: "must-gather", manifestVersion: 1 }, parts: packed.parts,
  manifest: () => { const m = packed.manifest(); size = JSON.stringify(m).length; console.log(at(), "manifest", (size / 2 ** 20).toFixed(1), "MiB, rss", process.resourceUsage().maxRSS >> 10, "parts", m.parts.length); return m; } });
console.log(at(), "uploaded", done.snapshot.state, done.progress, "rss", process.resourceUsage().maxRSS >> 10);
const client = createClient({ server, ticket: done.ticket.ticket } as never);
const reader = createClient({ server });
for await (const s of watchSnapshot({ client: reader, snapshotId: done.ticket.id })) console.log(at(), s.state, JSON.stringify((s as never as { progress?: unknown }).progress ?? "").slice(0, 100));
