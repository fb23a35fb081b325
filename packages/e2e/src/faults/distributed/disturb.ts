import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@kubin/client";
import { expect } from "vitest";
import { contentOf } from "../../testbed/content-of.ts";
import { root, sample, until } from "../../testbed/processes.ts";
import { type FaultWorld, isReady } from "./open-world.ts";
import { countRequests, countObjects, type Searching, searchAllTheTime } from "./search-all-the-time.ts";
import { openTally } from "./tally.ts";
import { startUpload, type Upload } from "./upload.ts";

const small = join(root, "samples/lab-cluster.yaml.gz");
/** `KUBIN_FAULT_BUNDLE` takes another one, where the machine is slow. */
const large = (): string => process.env.KUBIN_FAULT_BUNDLE ?? sample;
/** Rounds of a reader in a row that count as recovered. */
const goodRounds = 5;

export interface Undisturbed {
  snapshotId: string;
  content: { small: Content; large: Content };
  truth: { lines: number; objects: number };
}
type Content = Awaited<ReturnType<typeof contentOf>>;

/** A fault comes, stays for a while, and is over: `cause` resolves then, and tells when it came. */
export type Fault = () => Promise<void>;

export interface Aftermath {
  /** From its beginning to its end. */
  faultSeconds: number;
  /** From its end to the last error, and until the snapshots were complete; none is 0. */
  errorsForSeconds: number;
  completeAfterSeconds: number;
  longestAnswerSeconds: number;
  answers: number;
  uploads: number;
  errors: Record<string, number>;
  byHand: string[];
}

/** Both samples, imported in peace: what every other import of them must come to. */
export async function importUndisturbed({ gateways: [{ url }] }: FaultWorld): Promise<Undisturbed> {
  const imported = async (bundle: string): Promise<string> => {
    const tally = openTally();
    const done = await startUpload({ server: url, bundle, tally }).settled;
    expect({ errors: tally.counts(), done }).toMatchObject({ errors: {}, done: { snapshot: { state: "COMPLETED" } } });
    return done?.snapshot.id ?? "";
  };
  const snapshotId = await imported(large());
  const content = { large: await contentOf(url, snapshotId), small: await contentOf(url, await imported(small)) };
  const client = createClient({ server: url });
  const truth = {
    lines: await countRequests(client, snapshotId, "nobody says this"),
    objects: await countObjects(client, snapshotId),
  };
  expect(truth.lines).toBeGreaterThan(0);
  return { snapshotId, content, truth };
}

/**
 * Puts a load of uploads and searches on Kubin, lets the fault happen in the middle of an import, and waits until all is
 * well again by itself. Fails unless every snapshot that was begun holds exactly what the undisturbed one holds, and
 * every answer given meanwhile was right.
 */
export async function disturb(opts: {
  world: FaultWorld;
  undisturbed: Undisturbed;
  /** After the link of the large import is printed. */
  delayMs: number;
  fault: Fault;
}): Promise<Aftermath> {
  const { world, undisturbed, delayMs, fault } = opts;
  const { content, truth, snapshotId } = undisturbed;
  const server = world.gateways[0].url;
  const tally = openTally();
  const readers = world.gateways.map(({ url }) => searchAllTheTime({ server: url, snapshotId, truth, tally }));
  const smalls: Upload[] = [];
  const uploading = uploadOneAfterTheOther(() => {
    const upload = startUpload({ server, bundle: small, tally });
    smalls.push(upload);
    return upload;
  });
  const struck = startUpload({ server, bundle: large(), tally });
  try {
    expect(await struck.begun).toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const from = Date.now();
    await fault();
    const over = Date.now();
    const done = await struck.settled;
    uploading.stop();
    const others = await Promise.all(smalls.map(({ settled }) => settled));
    const complete = Date.now();
    await recovered(readers);
    await until(async () => (await Promise.all(everyServer(world).map(({ url }) => isReady(url)))).every(Boolean), {
      what: () => "every process to be ready",
      timeoutMs: 60_000,
    });
    expect(readers.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(done?.snapshot).toMatchObject({ state: "COMPLETED", partial: false });
    expect(await contentOf(server, done?.snapshot.id ?? "")).toEqual(content.large);
    const begun = others.filter((one) => one !== undefined);
    for (const { snapshot } of begun) {
      expect(snapshot).toMatchObject({ state: "COMPLETED", partial: false });
      expect(await contentOf(server, snapshot.id)).toEqual(content.small);
    }
    return {
      faultSeconds: seconds(over - from),
      errorsForSeconds: seconds(Math.max(0, (tally.lastAt() ?? over) - over)),
      completeAfterSeconds: seconds(complete - over),
      longestAnswerSeconds: seconds(Math.max(...readers.map((reader) => reader.longestMs()))),
      answers: readers.reduce((sum, reader) => sum + reader.answers(), 0),
      uploads: begun.length + 1,
      errors: tally.counts(),
      byHand: [done, ...begun].flatMap((one) => one?.byHand ?? []),
    };
  } catch (error) {
    const file = join(tmpdir(), `kubin-faults-${process.pid}.log`);
    await writeFile(file, world.log());
    console.error(`What Kubin's processes wrote: ${file}\nErrors so far:`, tally.counts());
    throw error;
  } finally {
    uploading.stop();
    await Promise.all(readers.map((reader) => reader.stop()));
  }
}

function everyServer({ gateways, workers }: FaultWorld) {
  return [...gateways, ...workers];
}

async function recovered(readers: Searching[]): Promise<void> {
  await until(() => readers.every((reader) => reader.goodRounds() >= goodRounds), {
    what: () => "searches and lists without an error",
    timeoutMs: 120_000,
  });
}

/** Begins the next upload once the one before is settled, until it is stopped. */
function uploadOneAfterTheOther(start: () => Upload): { stop(): void } {
  let isStopped = false;
  const go = async () => {
    // How one ends is judged by whoever started it.
    while (!isStopped) await start().settled.catch(() => undefined);
  };
  void go();
  return {
    stop() {
      isStopped = true;
    },
  };
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
