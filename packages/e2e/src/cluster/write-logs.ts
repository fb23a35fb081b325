import { createWriteStream } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Manifest, namespaces } from "./manifests/manifest.ts";
import { plantedSecret } from "./planted-secrets.ts";

/** Bytes of the one line in the log of `one-long-line`. */
export const longLineBytes = 20_000_000;
/** Lines of `many-lines`: more than 12 MB of text. */
export const manyLines = 120_000;
export const ordinaryLines = 200;

/** A container runtime cuts lines after so many bytes and marks all but the last piece as partial. */
const pieceBytes = 16_384;
const first = Date.parse("2026-11-01T00:00:00Z");

type Line = string | Buffer;

/** Writes the logs into the folder that the simulated kubelet reads, and returns the objects that say which pod has which. */
export async function writeLogs(folder: string): Promise<Manifest[]> {
  await mkdir(folder, { recursive: true });
  const file = (name: string) => join(folder, `${name}.log`);
  const logs: Record<string, Iterable<Line>> = {
    ordinary: ordinary(),
    previous: ["starting", `panic: cannot log in with password=${plantedSecret("previous log")}`],
    "one-long-line": ["before", Buffer.alloc(longLineBytes, "long"), "after"],
    "not-utf8": ["before", Buffer.from([0xff, 0xfe, 0x41, 0x80, 0xc3]), Buffer.from("caf\xe9", "latin1"), "after"],
    "many-lines": numbered(manyLines),
    "planted-log": plantedLines(),
    "planted-init": [`fetched credentials password=${plantedSecret("log of an init container")}`],
  };
  for (const [name, lines] of Object.entries(logs)) await writeLog(file(name), lines);
  await writeFile(file("empty-log"), "");
  const special = ["one-long-line", "not-utf8", "many-lines", "empty-log"];
  return [
    ...special.map((pod) => logsOf("platform", pod, [{ logsFile: file(pod) }])),
    logsOf("platform", "planted-log", [
      { containers: ["main"], logsFile: file("planted-log"), previousLogsFile: file("previous") },
      { containers: ["prepare"], logsFile: file("planted-init") },
    ]),
    // A kubelet refuses for a container that never started; so does the simulated one where no container matches.
    logsOf("platform", "no-log", [{ containers: ["nobody"], logsFile: file("ordinary") }]),
    logsOf("broken", "image-pull", [{ containers: ["nobody"], logsFile: file("ordinary") }]),
    {
      apiVersion: "kwok.x-k8s.io/v1alpha1",
      kind: "ClusterLogs",
      metadata: { name: "ordinary" },
      spec: {
        selector: { matchNamespaces: namespaces },
        logs: [{ logsFile: file("ordinary"), previousLogsFile: file("previous") }],
      },
    },
  ];
}

/** Says that this pod has these logs; comes before every `ClusterLogs`. */
export function logsOf(namespace: string, pod: string, logs: object[]): Manifest {
  return { apiVersion: "kwok.x-k8s.io/v1alpha1", kind: "Logs", metadata: { name: pod, namespace }, spec: { logs } };
}

/** Writes a log as container runtimes keep it, whole or not at all. Its lines are 100 ms apart, from `from` on. */
export async function writeLog(file: string, lines: Iterable<Line>, from = first): Promise<void> {
  await pipeline(Readable.from(kept(lines, from)), createWriteStream(`${file}.new`));
  await rename(`${file}.new`, file);
}

function* kept(lines: Iterable<Line>, from: number): Generator<Buffer> {
  let index = 0;
  for (const line of lines) {
    const bytes = Buffer.from(line);
    const head = `${new Date(from + index++ * 100).toISOString().replace("Z", "000000Z")} ${index % 10 ? "stdout" : "stderr"}`;
    let at = 0;
    for (; bytes.length - at > pieceBytes; at += pieceBytes)
      yield Buffer.concat([Buffer.from(`${head} P `), bytes.subarray(at, at + pieceBytes), Buffer.from("\n")]);
    yield Buffer.concat([Buffer.from(`${head} F `), bytes.subarray(at), Buffer.from("\n")]);
  }
}

function* ordinary(): Generator<string> {
  for (let index = 0; index < ordinaryLines; index++)
    yield JSON.stringify({ level: index % 17 ? "info" : "error", msg: "handled request", id: index });
}

function* numbered(count: number): Generator<string> {
  for (let index = 0; index < count; index++)
    yield `I1101 00:00:00.000000       1 main.go:${index % 300}] "handled request" number=${index} of=${count} status=200 path=/some/where`;
}

function plantedLines(): string[] {
  return [
    "started",
    `config loaded: password=${plantedSecret("line of a log")}`,
    `request headers: Authorization: Bearer ${plantedSecret("bearer token in a log")}`,
    `GET /login?user=app&password=${encodeURIComponent(plantedSecret("url-encoded in a log"))} 200`,
    "ready",
  ];
}
