/** What users saw go wrong: each thing once, with how often, and when the last of it was. */
export interface Tally {
  add(what: string): void;
  counts(): Record<string, number>;
  /** Milliseconds since 1970; undefined as long as nothing went wrong. */
  lastAt(): number | undefined;
}

export function openTally(): Tally {
  const seen = new Map<string, number>();
  let lastAt: number | undefined;
  return {
    add(what) {
      seen.set(what, (seen.get(what) ?? 0) + 1);
      lastAt = Date.now();
    },
    counts: () => Object.fromEntries(seen),
    lastAt: () => lastAt,
  };
}
