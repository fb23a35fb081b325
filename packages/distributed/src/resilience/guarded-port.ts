import type { Log, Metrics } from "@kubin/core";
import { createGuard, type Guard } from "./create-guard.ts";
import type { Call, Policy } from "./policy.ts";

type Method = (...args: unknown[]) => unknown;

interface Watch {
  log: Log;
  metrics: Metrics;
  /** Of a dependency that is not prepared yet: true once it is. */
  later?: Promise<boolean> | undefined;
}

/** The same port under a policy: each member as `policy.calls` says. Closing it ends the looking, too. */
export function guardedPort<Port extends { ping(): Promise<void>; close(): Promise<void> }>(
  port: Port,
  policy: Policy<Port>,
  { log, metrics, later }: Watch,
): Port {
  const guard = createGuard({ policy, ping: () => port.ping(), later, log, metrics });
  const members = Object.keys(policy.calls).map((name) => {
    // Guarantee: `calls` has the names of the port's members and no others.
    const key = name as keyof Port & string;
    const value = port[key];
    if (typeof value !== "function") return [key, value];
    const method: Method = (...args) => value.apply(port, args);
    return [key, guardedMethod({ method, call: policy.calls[key], guard, policy })];
  });
  const close = async (): Promise<void> => {
    guard.close();
    await port.close();
  };
  return { ...Object.fromEntries(members), close } as Port;
}

function guardedMethod(opts: {
  method: Method;
  call: Call;
  guard: Guard;
  policy: Pick<Policy<unknown>, "withinMs">;
}): Method {
  const { method, call, guard } = opts;
  const { withinMs } = opts.policy;
  // Guarantee: all members but the free ones are asynchronous.
  const promised = method as (...args: unknown[]) => Promise<unknown>;
  switch (call) {
    case "free":
      return method;
    case "prepared":
      return async (...args) => {
        guard.checkPrepared();
        return promised(...args);
      };
    case "stream":
      return (...args) =>
        guardedStream(() => method(...args) as AsyncIterable<unknown>, { guard, withinMs: withinMs.read });
    case "read":
      return (...args) =>
        guard.run({
          work: (signal) => promised(...args.map((arg) => withSignal(arg, signal))),
          withinMs: withinMs.read,
          isRepeatable: true,
        });
    case "ping":
    case "write":
      return (...args) => guard.run({ work: () => promised(...args), withinMs: withinMs[call], isRepeatable: false });
  }
}

/** A question that can be stopped is also stopped when its time is over. */
function withSignal(arg: unknown, late: AbortSignal): unknown {
  if (typeof arg !== "object" || arg === null || !("signal" in arg) || !(arg.signal instanceof AbortSignal)) return arg;
  return { ...arg, signal: AbortSignal.any([arg.signal, late]) };
}

/** Its first piece tells whether the dependency answers; that the rest comes is the driver's to watch. */
async function* guardedStream<T>(
  open: () => AsyncIterable<T>,
  { guard, withinMs }: { guard: Guard; withinMs: number },
): AsyncGenerator<T> {
  const pieces = open()[Symbol.asyncIterator]();
  let next: IteratorResult<T>;
  try {
    next = await guard.run({ work: () => pieces.next(), withinMs, isRepeatable: false });
  } catch (error) {
    // Not waited for: one that is stuck never ends.
    void pieces.return?.().catch(() => undefined);
    throw error;
  }
  try {
    for (; !next.done; next = await pieces.next()) yield next.value;
  } finally {
    await pieces.return?.();
  }
}
