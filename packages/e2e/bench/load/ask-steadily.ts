import type { Question } from "./questions.ts";

export interface Asked {
  /** Milliseconds of each answer, by kind. */
  ms: Map<Question["kind"], number[]>;
  errors: string[];
}

/** Asks at a steady pace, however long the answers take, until `ended`; then waits for those under way. */
export async function askSteadily(opts: {
  next: () => Question;
  perMinute: number;
  ended: Promise<unknown>;
}): Promise<Asked> {
  const asked: Asked = { ms: new Map(), errors: [] };
  const underWay = new Set<Promise<void>>();
  const ask = async ({ kind, ask }: Question) => {
    const startedAt = performance.now();
    try {
      await ask();
      asked.ms.set(kind, [...(asked.ms.get(kind) ?? []), performance.now() - startedAt]);
    } catch (error) {
      asked.errors.push(`${kind}: ${error instanceof Error ? error.message : error}`);
    }
  };
  const timer = setInterval(() => {
    const one = ask(opts.next()).finally(() => underWay.delete(one));
    underWay.add(one);
  }, 60_000 / opts.perMinute);
  await opts.ended;
  clearInterval(timer);
  await Promise.all(underWay);
  return asked;
}
