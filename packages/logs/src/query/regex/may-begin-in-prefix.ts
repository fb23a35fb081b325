import { prefixShapes } from "../../lines/prefix-text.ts";
import type { CharacterSet } from "./character-set.ts";
import type { RegexNode } from "./regex-node.ts";

/** The first characters of what a node matches; behind an `open` end anything may follow. */
interface Start {
  sets: readonly CharacterSet[];
  open: boolean;
}

const mostStarts = 100;
const longest = Math.max(...prefixShapes.map((shape) => shape.length));

/**
 * Whether a match could begin in the prefix of a line, or depend on it. A prefix ends with a blank, so that for the edge
 * of a word the message begins as a line does.
 */
export function mayBeginInPrefix(node: RegexNode): boolean {
  if (looksBehind(node)) return true;
  const starts = startsOf(node);
  return starts === undefined || starts.some(fitsSomewhere);
}

function looksBehind(node: RegexNode): boolean {
  if (node.type === "begin") return true;
  if (node.type === "repeat") return looksBehind(node.item);
  return (node.type === "sequence" || node.type === "choice") && node.items.some(looksBehind);
}

/** Every way in which a match can start. Undefined where they are too many. */
function startsOf(node: RegexNode): Start[] | undefined {
  switch (node.type) {
    case "set":
      return [{ sets: [node.set], open: false }];
    case "sequence": {
      let starts: Start[] | undefined = [{ sets: [], open: false }];
      for (const item of node.items) starts = starts && followedBy(starts, item);
      return starts;
    }
    case "choice": {
      const all = node.items.map(startsOf);
      const known = all.flatMap((starts) => starts ?? []);
      return all.includes(undefined) || known.length > mostStarts ? undefined : known;
    }
    case "repeat": {
      let starts: Start[] | undefined = [{ sets: [], open: false }];
      for (let count = 0; count < Math.min(node.min, longest); count += 1)
        starts = starts && followedBy(starts, node.item);
      return node.max === node.min ? starts : starts?.map((start) => ({ ...start, open: true }));
    }
    default:
      return [{ sets: [], open: false }];
  }
}

function followedBy(starts: readonly Start[], item: RegexNode): Start[] | undefined {
  if (starts.every(({ sets, open }) => open || sets.length > longest)) return [...starts];
  const next = startsOf(item);
  if (!next || starts.length * next.length > mostStarts) return undefined;
  return starts.flatMap((start) =>
    start.open ? [start] : next.map(({ sets, open }) => ({ sets: [...start.sets, ...sets], open })),
  );
}

function fitsSomewhere({ sets }: Start): boolean {
  return prefixShapes.some((shape) => {
    for (let from = 0; from < shape.length; from += 1) {
      const inside = sets.slice(0, shape.length - from);
      if (inside.every((set, index) => fits(set, shape.charAt(from + index)))) return true;
    }
    return false;
  });
}

/** Shapes are in lower case; `#` is a digit. */
function fits({ ascii }: CharacterSet, character: string): boolean {
  if (character === "#") return [..."0123456789"].some((digit) => ascii.has(digit.charCodeAt(0)));
  return ascii.has(character.charCodeAt(0)) || ascii.has(character.toUpperCase().charCodeAt(0));
}
