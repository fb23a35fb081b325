import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TarEntry, writeTarGz } from "../src/testbed/write-tar.ts";
import { importAndWait, printMemory } from "./sample.ts";
import { withServer } from "./with-server.ts";

const pods = 1_000_000;

/** Peak memory for logs of a million pods: more than a manifest can list, so the import ends and says what it left out. */
export async function millionPods(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "kubin-million-"));
  try {
    const bundle = join(folder, "million.tar.gz");
    await writeTarGz(bundle, entries());
    await withServer(async (server) => {
      const ms = await importAndWait(server, bundle);
      console.log(`${pods} pods: Enter to COMPLETED ${(ms / 1000).toFixed(1)} s (aim ≤ 300 MB in the CLI)`);
      await printMemory(server);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function* entries(): Generator<TarEntry> {
  yield { name: "mg/version", body: "must-gather\n4.16.0" };
  yield { name: "mg/namespaces/shop/shop.yaml", body: "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n" };
  for (let pod = 0; pod < pods; pod++) {
    const name = `web-${pod.toString(36)}`;
    yield {
      name: `mg/namespaces/shop/pods/${name}/app/app/logs/current.log`,
      body: `2026-01-01T00:00:00Z pod ${pod}\n`,
    };
  }
}
