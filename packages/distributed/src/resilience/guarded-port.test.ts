import { KubinError } from "@kubin/schema";
import { afterEach, describe, expect, test, vi } from "vitest";
import { silentLog } from "../testing/silent-log.ts";
import { guardedPort } from "./guarded-port.ts";
import type { Policy } from "./policy.ts";

/** A port that does what the test says. */
interface Port {
  read(question: { signal: AbortSignal }): Promise<string>;
  write(text: string): Promise<string>;
  stream(): AsyncIterable<string>;
  sign(): string;
  address(): Promise<string>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

const away = () => Promise.reject(new KubinError("UNAVAILABLE", "connection refused"));
const never = () => new Promise<never>(() => undefined);
const asked = { signal: new AbortController().signal };

const policy: Policy<Port> = {
  dependency: "thing",
  away: "The thing does not answer.",
  failures: 3,
  probeEveryMs: 5,
  retries: 1,
  withinMs: { read: 20, ping: 20 },
  calls: {
    read: "read",
    write: "write",
    stream: "stream",
    sign: "free",
    address: "prepared",
    ping: "ping",
    close: "free",
  },
};

const opened: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(opened.splice(0).map((port) => port.close())));

function open(members: Partial<Port>, changed: Partial<Policy<Port>> = {}, later?: Promise<boolean>) {
  const counted: unknown[] = [];
  const port = guardedPort<Port>(
    {
      read: async () => "answer",
      write: async (text) => text,
      async *stream() {
        yield* ["a", "b"];
      },
      sign: () => "signed",
      address: async () => "address",
      ping: away,
      close: async () => {},
      ...members,
    },
    { ...policy, ...changed },
    {
      log: silentLog(),
      metrics: { count: (name, labels) => void counted.push([name, labels]), observe: () => {} },
      later,
    },
  );
  opened.push(port);
  return { port, counted };
}

const refused = { code: "UNAVAILABLE", message: policy.away };
const all = async (pieces: AsyncIterable<string>) => {
  const taken: string[] = [];
  for await (const piece of pieces) taken.push(piece);
  return taken;
};

describe("a dependency that answers", () => {
  test("is asked as if there were no policy", async () => {
    const { port } = open({});
    expect(await port.read(asked)).toBe("answer");
    expect(await port.write("text")).toBe("text");
    expect(await all(port.stream())).toEqual(["a", "b"]);
    expect(port.sign()).toBe("signed");
  });

  test("may refuse as often as it likes: that is an answer", async () => {
    const read = vi.fn(() => Promise.reject(new KubinError("TOO_LARGE", "Too many lines.")));
    const { port } = open({ read });
    for (let times = 0; times < 10; times++) {
      await expect(port.read(asked)).rejects.toMatchObject({ code: "TOO_LARGE" });
    }
    expect(read).toHaveBeenCalledTimes(10);
  });
});

describe("a cut connection", () => {
  test("costs a read a second attempt", async () => {
    const read = vi.fn(async () => "answer").mockImplementationOnce(away);
    expect(await open({ read }).port.read(asked)).toBe("answer");
  });

  test("fails a write: nobody knows whether it was made", async () => {
    const write = vi.fn(away);
    await expect(open({ write }).port.write("text")).rejects.toMatchObject({ message: "connection refused" });
    expect(write).toHaveBeenCalledTimes(1);
  });
});

describe("a dependency that is away", () => {
  test("is left alone after some failures in a row; what needs it not goes on", async () => {
    const write = vi.fn(away);
    const { port } = open({ write });
    for (let times = 0; times < 10; times++)
      await expect(port.write("text")).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(write).toHaveBeenCalledTimes(3);
    await expect(port.read(asked)).rejects.toMatchObject(refused);
    await expect(all(port.stream())).rejects.toMatchObject(refused);
    await expect(port.ping()).rejects.toMatchObject(refused);
    expect(port.sign()).toBe("signed");
    expect(await port.address()).toBe("address");
  });

  test("is not left alone for failures with answers between them", async () => {
    const write = vi.fn(async (text: string) => (text === "fail" ? away() : text));
    const { port } = open({ write });
    for (let times = 0; times < 10; times++) {
      await expect(port.write("fail")).rejects.toMatchObject({ message: "connection refused" });
      expect(await port.write("text")).toBe("text");
    }
  });

  test("is used again once a ping comes through, not before and without a caller's trial", async () => {
    let isBack = false;
    const write = vi.fn(async (text: string) => (isBack && text !== "fail" ? text : away()));
    const { port, counted } = open({ write, ping: async () => (isBack ? undefined : away()) });
    for (let times = 0; times < 3; times++) await port.write("text").catch(() => undefined);
    await expect(port.write("text")).rejects.toMatchObject(refused);
    expect(write).toHaveBeenCalledTimes(3);
    isBack = true;
    await vi.waitFor(async () => expect(await port.write("text")).toBe("text"));
    const state = (name: string) => ["dependency_breaker_total", { dependency: "thing", state: name }];
    expect(counted).toEqual([state("open"), state("closed")]);
    // It needs as many failures as the first time to open again.
    for (let times = 0; times < 3; times++) {
      await expect(port.write("fail")).rejects.toMatchObject({ message: "connection refused" });
    }
    await expect(port.write("fail")).rejects.toMatchObject(refused);
  });
});

describe("a dependency that is not prepared", () => {
  const callsOf = (port: Port): Promise<unknown>[] => [
    port.read(asked),
    port.write("text"),
    all(port.stream()),
    port.ping(),
    port.address(),
  ];

  test("is not called, although it answers, and is used by itself once it is", async () => {
    let prepare = (_isPrepared: boolean): void => {};
    const later = new Promise<boolean>((resolve) => {
      prepare = resolve;
    });
    const members = {
      read: vi.fn(async () => "answer"),
      write: vi.fn(async () => "text"),
      ping: vi.fn(async () => {}),
    };
    const { port, counted } = open(members, {}, later);
    // More often than it takes to open a breaker, which would then be closed by a ping.
    for (let times = 0; times < 2 * policy.failures; times++) {
      const outcomes = await Promise.allSettled(callsOf(port));
      expect(outcomes).toMatchObject(outcomes.map(() => ({ status: "rejected", reason: refused })));
    }
    for (const member of Object.values(members)) expect(member).not.toHaveBeenCalled();
    expect(port.sign()).toBe("signed");
    prepare(true);
    await later;
    expect(await Promise.all(callsOf(port))).toEqual(["answer", "text", ["a", "b"], undefined, "address"]);
    const state = (name: string) => ["dependency_breaker_total", { dependency: "thing", state: name }];
    expect(counted).toEqual([state("open"), state("closed")]);
  });

  test("stays refused when preparing it was ended", async () => {
    const { port } = open({}, {}, Promise.resolve(false));
    await expect(port.read(asked)).rejects.toMatchObject(refused);
    await expect(port.address()).rejects.toMatchObject(refused);
  });
});

describe("a dependency that is frozen", () => {
  test("lets a reader wait only so long, and is told that nobody waits any more", async () => {
    const signals: AbortSignal[] = [];
    const read = ({ signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      return never();
    };
    const { port } = open({ read });
    await expect(port.read(asked)).rejects.toMatchObject(refused);
    // Once: a second attempt would take as long again.
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test("is late even where it says that it was stopped", async () => {
    const read = ({ signal }: { signal: AbortSignal }) =>
      new Promise<never>((_, reject) =>
        signal.addEventListener("abort", () => reject(new KubinError("CANCELLED", "Stopped."))),
      );
    await expect(open({ read }).port.read(asked)).rejects.toMatchObject(refused);
  });

  test("does not hold a stream that never begins, nor the pings that look for it", async () => {
    const { port } = open({ ping: never, stream: () => ({ [Symbol.asyncIterator]: () => ({ next: never }) }) });
    for (let times = 0; times < 4; times++) await expect(all(port.stream())).rejects.toMatchObject(refused);
  });

  test("is no failure when the caller left first", async () => {
    const left = new AbortController();
    const read = ({ signal }: { signal: AbortSignal }) =>
      new Promise<never>((_, reject) =>
        signal.addEventListener("abort", () => reject(new KubinError("CANCELLED", "Left."))),
      );
    const { port } = open({ read }, { withinMs: { read: 60_000, ping: 20 } });
    const asking = port.read({ signal: left.signal });
    left.abort();
    await expect(asking).rejects.toMatchObject({ code: "CANCELLED" });
  });
});

test("a stream whose reader leaves closes its source", async () => {
  const closed = vi.fn();
  async function* stream() {
    try {
      yield* ["a", "b"];
    } finally {
      closed();
    }
  }
  for await (const piece of open({ stream }).port.stream()) {
    expect(piece).toBe("a");
    break;
  }
  expect(closed).toHaveBeenCalledTimes(1);
});

test("what is no method stays", () => {
  const port = { origin: "http://store", ping: away, close: async () => {} };
  const calls = { origin: "free", ping: "ping", close: "free" } as const;
  const guarded = guardedPort(
    port,
    { ...policy, calls },
    { log: silentLog(), metrics: { count: () => {}, observe: () => {} } },
  );
  expect(guarded.origin).toBe("http://store");
});
