import { Session } from "chdb";
import { quote } from "./read-request.ts";

/** A lane is a set of sessions for one kind of statement, so that none waits behind a kind that takes long. */
type Lane = "read" | "insert" | "change";

const sessionsPerLane: Record<Lane, number> = { read: 4, insert: 1, change: 1 };
const killEveryMs = 100;

interface Seat {
  session: Session;
  database: string;
}

export interface SessionPool {
  /**
   * Runs `work` on a free session of the lane, in order of asking. When `signal` aborts, whoever still waits leaves
   * the queue, and a running statement marked `log_comment = mark` is killed.
   */
  use<T>(options: UseSession<T>): Promise<T>;
  version(): Promise<string>;
  close(): void;
}

interface UseSession<T> {
  lane: Lane;
  mark: string;
  database: string | undefined;
  signal: AbortSignal;
  work: (session: Session) => Promise<T>;
}

/** Opens all sessions of one data directory. One Session runs one statement at a time; several run side by side. */
export function openSessionPool(dataDir: string): SessionPool {
  const control = new Session(dataDir);
  const openSeats = (lane: Lane): Seat[] =>
    Array.from({ length: sessionsPerLane[lane] }, () => ({ session: new Session(dataDir), database: "default" }));
  const lanes = { read: openSeats("read"), insert: openSeats("insert"), change: openSeats("change") };
  const all = [control, ...Object.values(lanes).flatMap((seats) => seats.map((seat) => seat.session))];
  const waiting: Record<Lane, ((seat: Seat) => void)[]> = { read: [], insert: [], change: [] };
  let controlled: Promise<unknown> = Promise.resolve();

  const take = (lane: Lane, signal: AbortSignal): Promise<Seat> => {
    signal.throwIfAborted();
    const free = lanes[lane].pop();
    if (free !== undefined) return Promise.resolve(free);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        waiting[lane] = waiting[lane].filter((other) => other !== sit);
        reject(signal.reason);
      };
      const sit = (seat: Seat): void => {
        signal.removeEventListener("abort", leave);
        resolve(seat);
      };
      signal.addEventListener("abort", leave, { once: true });
      waiting[lane].push(sit);
    });
  };
  const giveBack = (lane: Lane, seat: Seat): void => {
    const next = waiting[lane].shift();
    if (next === undefined) lanes[lane].push(seat);
    else next(seat);
  };
  const onControl = (sql: string): Promise<string> => {
    const run = controlled.then(async () => (await control.queryAsync(sql, { format: "TSV" })).text().trim());
    controlled = run.catch(() => undefined);
    return run;
  };

  return {
    use: async ({ lane, mark, database = "default", signal, work }) => {
      const seat = await take(lane, signal);
      // Asked again until the statement is over: it may not have begun when the caller left.
      let killing: NodeJS.Timeout | undefined;
      const kill = (): void => {
        const ask = (): void => void onControl(killStatement(mark)).catch(() => undefined);
        killing ??= setInterval(ask, killEveryMs);
        ask();
      };
      signal.addEventListener("abort", kill, { once: true });
      try {
        if (seat.database !== database) {
          await seat.session.queryAsync(`USE ${database}`);
          seat.database = database;
        }
        signal.throwIfAborted();
        return await work(seat.session);
      } finally {
        signal.removeEventListener("abort", kill);
        clearInterval(killing);
        giveBack(lane, seat);
      }
    },
    version: () => onControl("SELECT version()"),
    close: () => {
      for (const session of all) session.close();
    },
  };
}

function killStatement(mark: string): string {
  return `KILL QUERY WHERE Settings['log_comment'] = ${quote(mark)} ASYNC`;
}
