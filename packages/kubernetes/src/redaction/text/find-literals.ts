import type { Automaton } from "./automaton.ts";

/** Literals in a text: pairs of the literal's number and the position behind it, by that position. */
export function findLiterals(automaton: Automaton, text: string): number[] {
  const { classOf, next, accepting } = automaton;
  const hits: number[] = [];
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    state = code < 256 ? (next[state + (classOf[code] ?? 0)] ?? 0) : 0;
    if (state >= accepting) for (const literal of automaton.endingAt(state)) hits.push(literal, at + 1);
  }
  return hits;
}

/** Last position of the first literal in `bytes` from `start` on, or -1. */
export function findLiteral(automaton: Automaton, bytes: Uint8Array, start: number): number {
  const { classOf, next, accepting } = automaton;
  const length = bytes.length;
  let state = 0;
  for (let at = start; at < length; at++) {
    state = next[state + (classOf[bytes[at] as number] as number)] as number;
    if (state >= accepting) return at;
  }
  return -1;
}
