import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sample } from "../src/testbed/processes.ts";
import { importAndWait, printMemory } from "./sample.ts";
import { withServer } from "./with-server.ts";

const copies = 6;

/** Peak memory for the sample six times over, as one bundle: each copy's namespaces under names of its own. */
export async function memory(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "kubin-memory-"));
  try {
    await multiply(dir);
    await withServer(async (server) => {
      const ms = await importAndWait(server, join(dir, "big"));
      console.log(`sample ×${copies} from a folder: Enter to COMPLETED ${(ms / 1000).toFixed(1)} s`);
      await printMemory(server);
    });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** The reader accepts several roots; the same object under another root would be a duplicate, so namespaces are renamed. */
async function multiply(dir: string): Promise<void> {
  await mkdir(join(dir, "one"));
  spawnSync("tar", ["xzf", sample, "-C", join(dir, "one")]);
  const [top = ""] = await readdir(join(dir, "one"));
  for (let copy = 0; copy < copies; copy++) {
    const to = join(dir, "big", `copy-${copy}`);
    await cp(join(dir, "one", top), to, { recursive: true });
    for (const root of await readdir(to, { withFileTypes: true })) {
      const namespaces = join(to, root.name, "namespaces");
      if (!root.isDirectory()) continue;
      for (const name of await readdir(namespaces).catch(() => [])) {
        const renamed = `${name}-${copy}`.slice(0, 63);
        spawnSync(
          "sh",
          [
            "-c",
            `grep -rlZ 'namespace: ${name}$' . | xargs -0 -r sed -i 's/namespace: ${name}$/namespace: ${renamed}/'`,
          ],
          {
            cwd: join(namespaces, name),
          },
        );
        await rename(join(namespaces, name), join(namespaces, renamed));
      }
    }
  }
}
