import { createClient, type KubinClient } from "@kubin/client";
import { isKubinError } from "@kubin/schema";
import type { Tally } from "./tally.ts";

/** Nobody waits longer for a page. */
const patienceMs = 30_000;
const pauseMs = 200;

export interface Searching {
  /** Answers that were not what the snapshot holds. */
  wrong: string[];
  rounds(): number;
  /** Of these, those without an error since the last one with one. */
  goodRounds(): number;
  /** The longest that an answer, good or bad, took, ms. */
  longestMs(): number;
  answers(): number;
  stop(): Promise<void>;
}

/** What `countRequests` and `countObjects` say when nothing is disturbed. */
export interface Truth {
  lines: number;
  objects: number;
}

interface Search {
  server: string;
  snapshotId: string;
  truth: Truth;
  tally: Tally;
}

/** A reader of a finished snapshot who lists and searches without a pause, and knows what the answers are. */
export function searchAllTheTime({ server, snapshotId, truth, tally }: Search): Searching {
  const stopping = new AbortController();
  const wrong: string[] = [];
  let answers = 0;
  let goodRounds = 0;
  let longestMs = 0;
  const ask = async (what: string, expected: number, question: (client: KubinClient) => Promise<number>) => {
    const startedAt = performance.now();
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(patienceMs), stopping.signal]);
      const got = await question(createClient({ server, signal }));
      if (got !== expected) wrong.push(`${what}: ${got} instead of ${expected}`);
      answers++;
    } catch (error) {
      if (stopping.signal.aborted) return true;
      tally.add(`${what}: ${inWords(error, performance.now() - startedAt)}`);
      return false;
    } finally {
      longestMs = Math.max(longestMs, performance.now() - startedAt);
    }
    return true;
  };
  let round = 0;
  const goOn = async () => {
    for (; !stopping.signal.aborted; round++) {
      const good = await Promise.all([
        ask("list", truth.objects, (client) => countObjects(client, snapshotId)),
        ask("search", truth.lines, (client) => countRequests(client, snapshotId, `${Date.now()}x${round}`)),
      ]);
      goodRounds = good.every(Boolean) ? goodRounds + 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const ended = goOn();
  return {
    wrong,
    rounds: () => round,
    goodRounds: () => goodRounds,
    longestMs: () => longestMs,
    answers: () => answers,
    stop() {
      stopping.abort();
      return ended;
    },
  };
}

/**
 * Lines that tell of requests, which every kind of sample has. `unheard` is in no line: it makes the question a new one,
 * which no cache has an answer to.
 */
export async function countRequests(client: KubinClient, snapshotId: string, unheard: string): Promise<number> {
  return (await client.query.countLogs.query({ snapshotId, query: `"request" OR "${unheard}"` })).lines;
}

export async function countObjects(client: KubinClient, snapshotId: string): Promise<number> {
  return (await client.metadata.resources.query({ snapshotId, limit: 1_000 })).items.length;
}

function inWords(error: unknown, afterMs: number): string {
  if (afterMs >= patienceMs) return `no answer in ${patienceMs / 1_000} s`;
  return isKubinError(error) ? `${error.code} ${error.message}` : String(error);
}
