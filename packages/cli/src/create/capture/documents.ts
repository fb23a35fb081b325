import type { BundleEntry, SourceGap } from "@kubin/kubernetes";
import { isObject } from "@kubin/kubernetes";
import type { ClusterClient } from "../cluster/cluster-client.ts";
import { readJson } from "../cluster/read-json.ts";
import { gapKindOf, refusalWords, ruleFor } from "./gap-words.ts";
import { readAhead } from "./read-ahead.ts";

export interface DocumentRequest {
  client: ClusterClient;
  /** Of the API server. */
  from: string;
  /** In the capture. */
  path: string;
  /** What a right to it is called: "nodes/proxy" with its verb. */
  right?: { group: string; resource: string; verb: string };
  onGap(gap: SourceGap): void;
}

/** One answer of the API server, kept as it is. */
async function* readDocument(request: DocumentRequest): AsyncGenerator<BundleEntry> {
  const { client, from, path, right, onGap } = request;
  const answer = await client.ask({ path: from, accept: "application/json, */*", once: right !== undefined });
  if (!answer.ok) {
    const rule = right && answer.kind === "forbidden" ? ` This rule would allow it: ${ruleFor(right)}` : "";
    onGap({
      kind: gapKindOf(answer),
      what: path,
      namespace: "",
      detail: `The API server ${refusalWords(answer)}${rule}`,
    });
    return;
  }
  const read = readAhead(answer.body);
  await read.ready;
  yield { path, kind: "file", size: -1, content: () => read.chunks() };
}

/** A document that is in memory already. */
export function documentOf(path: string, bytes: Uint8Array): BundleEntry {
  return {
    path,
    kind: "file",
    size: bytes.length,
    async *content() {
      yield bytes;
    },
  };
}

/** Documents of every server: its version, its health, its OpenAPI. Each comes as one generator. */
export function* serverDocuments(
  opts: Pick<DocumentRequest, "client" | "onGap">,
): Generator<AsyncGenerator<BundleEntry>> {
  yield readDocument({ ...opts, from: "/version", path: "version.json" });
  yield readDocument({ ...opts, from: "/readyz?verbose", path: "readyz.txt" });
  yield readDocument({ ...opts, from: "/livez?verbose", path: "livez.txt" });
}

/** OpenAPI v2, and v3 of each group version (an index tells them). Most of the bytes of a small cluster. */
export async function* openApiDocuments(opts: Pick<DocumentRequest, "client" | "onGap">): AsyncGenerator<BundleEntry> {
  yield* readDocument({ ...opts, from: "/openapi/v2", path: "openapi/v2.json" });
  const index = await readJson(opts.client, { path: "/openapi/v3" });
  if (!index.ok) return;
  yield documentOf("openapi/v3.json", index.bytes);
  const paths = isObject(index.value) && isObject(index.value.paths) ? Object.entries(index.value.paths) : [];
  for (const [name, entry] of paths.slice(0, maxOpenApi)) {
    const url = isObject(entry) && typeof entry.serverRelativeURL === "string" ? entry.serverRelativeURL : "";
    // Only of this server: the index comes from it, and may name anything.
    if (!url.startsWith("/openapi/v3/")) continue;
    yield* readDocument({ ...opts, from: url, path: `openapi/v3/${name}.json` });
  }
}

/** A cluster with very many custom groups. */
const maxOpenApi = 500;

/** Of very large clusters not every node is asked for its figures. */
const maxNodeSummaries = 200;

/** What the kubelets say of their pods' use (`stats/summary`). The first refusal ends the asking. */
export async function* nodeSummaries(
  nodes: readonly string[],
  opts: Pick<DocumentRequest, "client" | "onGap">,
): AsyncGenerator<BundleEntry> {
  let refused = false;
  const onGap = (gap: SourceGap) => {
    refused ||= gap.kind === "forbidden";
    opts.onGap({ ...gap, what: "nodes/*/stats-summary.json", count: refused ? nodes.length : 1 });
  };
  const right = { group: "", resource: "nodes/proxy", verb: "get" };
  for (const node of nodes.slice(0, maxNodeSummaries)) {
    if (refused) return;
    const from = `/api/v1/nodes/${encodeURIComponent(node)}/proxy/stats/summary`;
    yield* readDocument({ ...opts, from, path: `nodes/${node}/stats-summary.json`, right, onGap });
  }
  const left = nodes.length - maxNodeSummaries;
  if (left <= 0) return;
  const detail = `Of ${maxNodeSummaries} nodes the figures were asked for; these were left out.`;
  opts.onGap({ kind: "cut", what: "nodes/*/stats-summary.json", namespace: "", detail, count: left });
}
