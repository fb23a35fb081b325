import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@kubin/client";
import { isSettled, type Snapshot } from "@kubin/schema";
import { type Spawned, spawnCli, until } from "../../testbed/processes.ts";
import type { Tally } from "./tally.ts";

/** Of the large sample on two cores that do much else: four minutes, seen. */
const endsWithinMs = 600_000;

export interface Upload {
  /** Resolves once the link is printed; undefined where the program ended before. */
  begun: Promise<string | undefined>;
  /**
   * Waits for the snapshot's end. Where the program gave up, does what it told its user to do, and says so.
   * `undefined` where there never was a snapshot.
   */
  settled: Promise<Settled | undefined>;
}

export interface Settled {
  snapshot: Snapshot;
  /** What its user had to do. */
  byHand: string[];
}

interface StartUpload {
  server: string;
  bundle: string;
  tally: Tally;
}

/** The real program imports a bundle, with a home of its own. */
export function startUpload(options: StartUpload): Upload {
  const home = mkdtemp(join(tmpdir(), "kubin-faults-home-"));
  const first = home.then((folder) => cli(options, folder, ["import", options.bundle]));
  const begun = first.then(begunBy);
  const settled = Promise.all([home, first]).then(async ([folder, running]) => {
    try {
      return await follow({ ...options, folder, running });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  // Whoever waits for it hears of a failure; until then it is nobody's.
  settled.catch(() => undefined);
  return { begun, settled };
}

async function follow(opts: StartUpload & { folder: string; running: Spawned }): Promise<Settled | undefined> {
  const { server, tally, folder, running } = opts;
  const byHand: string[] = [];
  await tellEnd(running, tally);
  const id = linkedBy(running);
  if (id === undefined) return undefined;
  const client = createClient({ server });
  let last: Snapshot | undefined;
  await until(
    async () => {
      last = await client.metadata.get.query({ snapshotId: id }).catch(() => undefined);
      // Nothing more comes of it by itself: the program ended before all was sent.
      if (last?.state === "UPLOADING" || last?.state === "INITIATED") {
        const again = cli(opts, folder, ["import", "--resume"]);
        byHand.push("kubin import --resume");
        await tellEnd(again, tally);
        return false;
      }
      return last !== undefined && isSettled(last.state);
    },
    { what: () => `snapshot ${id} to settle, last seen ${JSON.stringify(last)}`, timeoutMs: 300_000 },
  );
  return last && { snapshot: last, byHand };
}

function cli({ server }: StartUpload, home: string, words: string[]): Spawned {
  const env = { HOME: home, XDG_STATE_HOME: join(home, "state") };
  return spawnCli([...words, "--server", server, "--wait", "--output", "json"], env);
}

async function tellEnd(running: Spawned, tally: Tally): Promise<void> {
  // The program waits as long as a server answers.
  const limit = setTimeout(() => running.child.kill("SIGKILL"), endsWithinMs);
  const code = await running.ended;
  clearTimeout(limit);
  if (code === "SIGKILL") throw new Error(`an import did not end in ${endsWithinMs / 1_000} s:\n${running.stderr()}`);
  if (code === 0) return;
  tally.add(`upload: exit ${code}, ${running.stderr().trim().split("\n").slice(-3).join(" / ")}`);
}

async function begunBy(running: Spawned): Promise<string | undefined> {
  let isOver = false;
  void running.ended.then(() => {
    isOver = true;
  });
  await until(() => isOver || linkedBy(running) !== undefined, { what: () => "a link", timeoutMs: 120_000 });
  return linkedBy(running);
}

/** The id in the first line of `--output json`. */
function linkedBy(running: Spawned): string | undefined {
  const line = /^(.*)\n/.exec(running.stdout())?.[1];
  return line === undefined ? undefined : (JSON.parse(line) as { id: string }).id;
}
