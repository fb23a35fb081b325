import type { Clock, Log, MetadataPort, MetadataStatements, Scope } from "@kubin/core";
import type { MetadataReplica } from "@kubin/persistence";
import { isKubinError } from "@kubin/schema";
import type { PoolConfig } from "pg";
import type { DistributedSettings } from "./settings.ts";

/** A read that is not answered in this time is answered by the primary. */
const answersWithinMs = 3_000;
/** How long a replica that failed is left alone; then one read at a time tries it. */
const restMs = 5_000;

/** A statement whose first argument is a scope or holds one. */
type Scoped = {
  [Name in keyof MetadataStatements]: Parameters<MetadataStatements[Name]>[0] extends Scope | { scope: Scope }
    ? Name
    : never;
}[keyof MetadataStatements];

/**
 * What a replica may answer: reads of what never changes once a snapshot is COMPLETED. `totals` and `downloadsOf` read
 * the parts, of which one may still be announced at that moment.
 */
const replicated: Record<Exclude<Scoped, "totals" | "downloadsOf">, true> = {
  listResources: true,
  countResources: true,
  findResource: true,
  findByUid: true,
  findByKey: true,
  findOwned: true,
  findPods: true,
  findUsers: true,
  findByName: true,
  walkObjects: true,
  kinds: true,
  namespaces: true,
  listEvents: true,
  countEvents: true,
  warningGroups: true,
  unwell: true,
  nodes: true,
  nodeSums: true,
  podAmounts: true,
  images: true,
  certificates: true,
  eventSpan: true,
  eventBars: true,
  listLogStreams: true,
  countLogStreams: true,
  findLogStream: true,
  coverage: true,
  captureReport: true,
};

/** Whether a replica may answer this statement. */
export function isReplicated(name: string | symbol): name is keyof typeof replicated {
  return Object.hasOwn(replicated, name);
}

/** One pool for each replica. A session that a replica has forgotten is given up after a while, too. */
export function replicaConnections(
  settings: Pick<DistributedSettings, "databaseUrl" | "databaseReplicaUrls" | "databasePool">,
): PoolConfig[] {
  const { pathname } = new URL(settings.databaseUrl);
  return settings.databaseReplicaUrls.map((text) => {
    const url = new URL(text);
    if (url.pathname.length <= 1) url.pathname = pathname;
    const limits = { connectionTimeoutMillis: answersWithinMs, query_timeout: 2 * answersWithinMs };
    return { connectionString: url.href, max: settings.databasePool, ...limits };
  });
}

export interface ReplicaReads {
  primary: MetadataPort;
  replicas: readonly MetadataReplica[];
  clock: Clock;
  log: Log;
}

/**
 * The metadata port whose reads of completed snapshots go to the replicas in turn. Everything else stays with the
 * primary, and so does what a replica cannot answer: the reader gets the same answer either way, only later.
 */
export function withReplicaReads(options: ReplicaReads): MetadataPort {
  const { primary, replicas, clock, log } = options;
  const seats: Seat[] = replicas.map((replica) => ({ replica, retryAt: undefined }));
  let turn = 0;

  const next = (): Seat | undefined => {
    const now = clock.now().getTime();
    for (let tries = 0; tries < seats.length; tries += 1) {
      const seat = seats[turn++ % seats.length];
      if (seat === undefined || (seat.retryAt !== undefined && now < seat.retryAt)) continue;
      if (seat.retryAt !== undefined) seat.retryAt = now + restMs;
      return seat;
    }
    return undefined;
  };

  const ask = async (name: string, args: unknown[]): Promise<{ answer: unknown } | undefined> => {
    const seat = next();
    if (seat === undefined) return undefined;
    try {
      const read = seat.replica.read(scopeOf(args[0]), (statements) => call(statements, name, args));
      const found = await within(answersWithinMs, read);
      seat.retryAt = undefined;
      return found;
    } catch (error) {
      // Of the question, not of the replica: the primary says the same.
      if (isKubinError(error)) return undefined;
      if (seat.retryAt === undefined) log.warn({ err: error }, "a read replica does not answer; the primary does");
      seat.retryAt = clock.now().getTime() + restMs;
      return undefined;
    }
  };

  return new Proxy(primary, {
    get(target, name, receiver) {
      if (name === "close") return () => Promise.all([primary, ...replicas].map((one) => one.close())).then(() => {});
      const value: unknown = Reflect.get(target, name, receiver);
      if (!isReplicated(name)) return value;
      return async (...args: unknown[]) => {
        const found = await ask(name, args);
        return found ? found.answer : call(target, name, args);
      };
    },
  });
}

interface Seat {
  replica: MetadataReplica;
  /** When it is asked again; undefined as long as it answers. */
  retryAt: number | undefined;
}

/** For the names of `replicated` alone, which are reads with these first arguments. */
function scopeOf(question: unknown): Scope {
  const asked = question as Scope | { scope: Scope };
  return "scope" in asked ? asked.scope : asked;
}

function call(statements: MetadataStatements, name: string, args: unknown[]): Promise<unknown> {
  const statement: unknown = Reflect.get(statements, name);
  if (typeof statement !== "function") throw new Error(`there is no statement ${name}`);
  return Reflect.apply(statement, statements, args);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
