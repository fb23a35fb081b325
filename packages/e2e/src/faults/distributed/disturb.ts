import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { contentOf } from "../../testbed/content-of.ts";
import { until } from "../../testbed/processes.ts";
import type { Bundle, Undisturbed } from "./import-undisturbed.ts";
import { type FaultWorld, isWell } from "./open-world.ts";
import { type Load, startLoad } from "./start-load.ts";
import type { Settled } from "./upload.ts";

export interface Aftermath {
  faultMs: number;
  /** From the end of the fault to the last error that a user saw; 0 when the last was before. */
  errorsForMs: number;
  /** From the end of the fault until every upload was a complete snapshot. */
  completeAfterMs: number;
  longestAnswerMs: number;
  answers: number;
  uploads: number;
  /** What users saw, with how often. */
  errors: Record<string, number>;
  /** What users had to do, because the program gave up and said so. */
  byHand: string[];
}

interface Disturb {
  world: FaultWorld;
  undisturbed: Undisturbed;
  /** After the link of the large import is printed. */
  delayMs: number;
  /** Comes, stays for a while, and is over when it resolves. */
  fault: () => Promise<void>;
}

/**
 * Puts a load of uploads and searches on Kubin, lets the fault happen in the middle of an import, and waits until all is
 * well again by itself. Fails unless every snapshot that was begun holds exactly what the undisturbed one holds, and
 * every answer given meanwhile was right.
 */
export async function disturb(options: Disturb): Promise<Aftermath> {
  const { world, undisturbed } = options;
  const load = startLoad(world, undisturbed);
  try {
    return await strike(options, load);
  } catch (error) {
    const file = join(tmpdir(), `kubin-faults-${process.pid}.log`);
    await writeFile(file, world.log());
    console.error(`What Kubin's processes wrote: ${file}\nErrors so far:`, load.tally.counts());
    throw error;
  } finally {
    await load.stop();
  }
}

async function strike({ world, undisturbed, delayMs, fault }: Disturb, load: Load): Promise<Aftermath> {
  expect(await load.large.begun).toBeDefined();
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  const from = Date.now();
  await fault();
  const over = Date.now();
  const { large, small } = await load.settled();
  const complete = Date.now();
  await load.answered();
  await everythingWell(world);
  const { wrong, count, longestMs } = load.answers();
  expect(wrong).toEqual([]);
  await expectWhole(world, undisturbed.large, large);
  for (const one of small) await expectWhole(world, undisturbed.small, one);
  return {
    faultMs: over - from,
    errorsForMs: Math.max(0, (load.tally.lastAt() ?? over) - over),
    completeAfterMs: complete - over,
    longestAnswerMs: longestMs,
    answers: count,
    uploads: small.length + 1,
    errors: load.tally.counts(),
    byHand: [large, ...small].flatMap((one) => one?.byHand ?? []),
  };
}

/** None missing, none doubled. */
async function expectWhole({ gateways }: FaultWorld, { content }: Bundle, settled: Settled | undefined): Promise<void> {
  expect(settled?.snapshot).toMatchObject({ state: "COMPLETED", partial: false });
  expect(await contentOf(gateways[1].url, settled?.snapshot.id ?? "")).toEqual(content);
}

async function everythingWell({ gateways, workers }: FaultWorld): Promise<void> {
  for (const { url } of [...gateways, ...workers]) {
    await until(() => isWell(url), { what: () => `${url}/readyz to say that all is up`, timeoutMs: 60_000 });
  }
}
