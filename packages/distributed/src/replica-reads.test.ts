import type { MetadataPort, Scope } from "@kubin/core";
import type { MetadataReplica } from "@kubin/persistence";
import { KubinError } from "@kubin/schema";
import { describe, expect, it } from "vitest";
import { replicaConnections, withReplicaReads } from "./replica-reads.ts";
import { silentLog } from "./testing/silent-log.ts";

const scope: Scope = { snapshotId: "s", generation: 1, namespaces: "all", logs: true, retainWeek: "2035-01-01" };

/** A port that answers with its own name. */
function named(name: string): MetadataPort {
  return new Proxy({} as MetadataPort, { get: () => async () => [name] });
}

function setUp() {
  const clock = { ms: 0, now: () => new Date(clock.ms) };
  const failures: Record<string, Error | undefined> = {};
  const replica = (name: string): MetadataReplica => ({
    async read(_scope, work) {
      const failure = failures[name];
      if (failure) throw failure;
      return { answer: await work(named(name)) };
    },
    ping: async () => {},
    close: async () => {},
  });
  const log = silentLog();
  const port = withReplicaReads({ primary: named("primary"), replicas: [replica("a"), replica("b")], clock, log });
  const ask = async (times: number): Promise<string[]> => {
    const names: string[] = [];
    for (let index = 0; index < times; index += 1) names.push(...(await port.namespaces(scope)));
    return names;
  };
  return { port, clock, failures, log, ask };
}

describe("reads over several replicas", () => {
  it("take turns, and leave all else to the primary", async () => {
    const { port, ask } = setUp();
    expect(await ask(4)).toEqual(["a", "b", "a", "b"]);
    expect(await port.totals(scope)).toEqual(["primary"]);
    expect(await port.transaction(async () => "own")).toEqual(["primary"]);
  });

  it("go on with the others while one is away, which is tried by one read at a time", async () => {
    const { ask, clock, failures, log } = setUp();
    failures.a = new Error("connection refused");
    expect(await ask(4)).toEqual(["primary", "b", "b", "b"]);
    clock.ms += 5_000;
    expect(await ask(3)).toEqual(["primary", "b", "b"]);
    failures.a = undefined;
    clock.ms += 5_000;
    expect(await ask(3)).toEqual(["a", "b", "a"]);
    expect(log.warnings).toHaveLength(1);
  });

  it("that a replica refuses for the question's sake are no failure of it", async () => {
    const { ask, failures } = setUp();
    failures.a = new KubinError("BAD_INPUT", "This cursor is not one of Kubin's.");
    expect(await ask(2)).toEqual(["primary", "b"]);
    failures.a = undefined;
    expect(await ask(2)).toEqual(["a", "b"]);
  });
});

it("a replica without a path has the database of the primary", () => {
  const settings = { databaseUrl: "postgresql://kubin@db/kubin?sslmode=require", databasePool: 4 };
  const databaseReplicaUrls = ["postgresql://kubin@one", "postgresql://reader@two/other"];
  expect(replicaConnections({ ...settings, databaseReplicaUrls }).map((one) => one.connectionString)).toEqual([
    "postgresql://kubin@one/kubin",
    "postgresql://reader@two/other",
  ]);
});
