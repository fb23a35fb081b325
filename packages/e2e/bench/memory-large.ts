import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TarEntry, writeTarGz } from "../src/testbed/write-tar.ts";
import { importAndWait, printMemory } from "./sample.ts";
import { withServer } from "./with-server.ts";

const namespaces = 100;
const podsPerNamespace = 100;
/** 10,000 logs of 160 KB and 10,000 pods of 40 KB: 2 GB unpacked. */
const logLines = 1_600;
const annotations = 400;

/** Peak memory for a generated must-gather of 2 GB: never whole in memory or on the disk, but as a tar.gz. */
export async function memoryOfLargeBundle(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "kubin-large-"));
  try {
    const bundle = join(folder, "large.tar.gz");
    let bytes = 0;
    await writeTarGz(
      bundle,
      counted(entries(), (length) => {
        bytes += length;
      }),
    );
    await withServer(async (server) => {
      const ms = await importAndWait(server, bundle);
      console.log(
        `${(bytes / 1e9).toFixed(2)} GB unpacked: Enter to COMPLETED ${(ms / 1000).toFixed(1)} s (aim ≤ 300 MB in the CLI)`,
      );
      await printMemory(server);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function* counted(all: Iterable<TarEntry>, add: (length: number) => void): Generator<TarEntry> {
  for (const entry of all) {
    add(entry.body?.length ?? 0);
    yield entry;
  }
}

function* entries(): Generator<TarEntry> {
  yield { name: "mg/version", body: "must-gather\n4.16.0" };
  for (let space = 0; space < namespaces; space++) {
    const namespace = `shop-${space}`;
    const folder = `mg/namespaces/${namespace}`;
    yield {
      name: `${folder}/${namespace}.yaml`,
      body: `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${namespace}}\n`,
    };
    for (let pod = 0; pod < podsPerNamespace; pod++) {
      const name = `web-${pod}`;
      yield { name: `${folder}/pods/${name}/${name}.yaml`, body: podYaml(namespace, name) };
      yield { name: `${folder}/pods/${name}/app/app/logs/current.log`, body: logOf(namespace, pod) };
    }
  }
}

function podYaml(namespace: string, name: string): string {
  const notes = Array.from(
    { length: annotations },
    (_, at) => `    example.com/note-${at}: "value ${at} of ${name} in ${namespace}, ${"text ".repeat(10)}"\n`,
  );
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n  uid: ${namespace}-${name}\n  annotations:\n${notes.join("")}spec:\n  containers:\n  - {name: app, image: "example.com/app:1"}\nstatus: {phase: Running}\n`;
}

function logOf(namespace: string, pod: number): string {
  const line = (at: number) => {
    const time = new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString();
    return `${time} I0101 00:00:00.000000 1 main.go:${at}] "handled request" path=/api/${at} pod=${pod} namespace=${namespace} status=200\n`;
  };
  return Array.from({ length: logLines }, (_, at) => line(at)).join("");
}
