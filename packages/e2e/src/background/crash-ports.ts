import type { Ports } from "@kubin/core";

/**
 * The ports of a process that dies right after one call (from 0) on metadata or logs: the call did everything, its caller
 * never hears of it, and all later ones fail.
 */
export function crashPorts(ports: Ports, plan: { call: number }) {
  let calls = 0;
  let isDead = false;
  const dying = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== "function") return method;
        return async (...args: unknown[]) => {
          if (isDead) throw new Error("the process is dead");
          const call = calls;
          calls += 1;
          const answer: unknown = await method.apply(target, args);
          if (call === plan.call) isDead = true;
          if (isDead) throw new Error("the process is dead");
          return answer;
        };
      },
    });
  return {
    ports: { ...ports, metadata: dying(ports.metadata), logs: dying(ports.logs) },
    calls: () => calls,
    isDead: () => isDead,
  };
}

/** The same ports with some methods of one of them replaced. */
export function withMethods<P extends "metadata" | "logs" | "objects">(
  ports: Ports,
  port: P,
  methods: Partial<Ports[P]>,
): Ports {
  const changed = new Proxy(ports[port], {
    get: (target, name, receiver): unknown =>
      Object.hasOwn(methods, name) ? Reflect.get(methods, name) : Reflect.get(target, name, receiver),
  });
  return { ...ports, [port]: changed };
}
