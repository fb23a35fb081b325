import { until } from "../../testbed/processes.ts";
import type { Undisturbed } from "./import-undisturbed.ts";
import type { FaultWorld } from "./open-world.ts";
import { searchAllTheTime } from "./search-all-the-time.ts";
import { openTally, type Tally } from "./tally.ts";
import { type Settled, startUpload, type Upload } from "./upload.ts";

/** Rounds of a reader in a row that count as recovered. */
const enoughGoodRounds = 5;

export interface Load {
  tally: Tally;
  /** The import in whose middle the fault strikes. */
  large: Upload;
  /** Begins no further upload, and waits for those that were begun; without those that never became a snapshot. */
  settled(): Promise<{ large: Settled | undefined; small: Settled[] }>;
  /** Resolves once each reader is answered again, several times in a row. */
  answered(): Promise<void>;
  answers(): { count: number; longestMs: number; wrong: string[] };
  stop(): Promise<void>;
}

/** A reader at each gateway, one large import, and one small import after the other, all at the first gateway. */
export function startLoad({ gateways }: FaultWorld, { small, large, snapshotId, truth }: Undisturbed): Load {
  const server = gateways[0].url;
  const tally = openTally();
  const readers = gateways.map(({ url }) => searchAllTheTime({ server: url, snapshotId, truth, tally }));
  const smalls: Upload[] = [];
  let isOver = false;
  const uploadOneAfterTheOther = async (): Promise<void> => {
    while (!isOver) {
      const upload = startUpload({ server, bundle: small.path, tally });
      smalls.push(upload);
      // How it ended is judged by `settled`.
      await upload.settled.catch(() => undefined);
    }
  };
  void uploadOneAfterTheOther();
  const struck = startUpload({ server, bundle: large.path, tally });
  return {
    tally,
    large: struck,
    async settled() {
      const first = await struck.settled;
      isOver = true;
      const others = await Promise.all(smalls.map(({ settled }) => settled));
      return { large: first, small: others.filter((one) => one !== undefined) };
    },
    async answered() {
      const from = readers.map((reader) => reader.rounds());
      const well = () =>
        readers.every((one, at) => one.goodRounds() >= enoughGoodRounds && one.rounds() > (from[at] ?? 0));
      await until(well, { what: () => "searches and lists without an error", timeoutMs: 120_000 });
    },
    answers: () => ({
      count: readers.reduce((sum, reader) => sum + reader.answers(), 0),
      longestMs: Math.max(...readers.map((reader) => reader.longestMs())),
      wrong: readers.flatMap(({ wrong }) => wrong),
    }),
    async stop() {
      isOver = true;
      await Promise.all(readers.map((reader) => reader.stop()));
    },
  };
}
