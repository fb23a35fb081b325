import { isWordByte } from "../../lines/line-text.ts";
import { onlyCharacter } from "./character-set.ts";
import type { RegexNode } from "./regex-node.ts";

/**
 * Whole words that stand in every text that an expression matches: plain characters of it, one after the other, with an
 * edge on both sides that is surely no letter or digit. Lower case.
 */
export function certainWords(node: RegexNode): string[] {
  const words: string[] = [];
  // Undefined while it is not sure that a word begins here.
  let word: string | undefined;
  for (const item of flat(node)) {
    const character = item.type === "set" ? onlyCharacter(item.set) : undefined;
    if (character !== undefined && isWordByte(new TextEncoder().encode(character)[0])) {
      word = word === undefined ? undefined : word + character;
      continue;
    }
    const edge = isEdge(item);
    if (edge && word) words.push(word);
    word = edge ? "" : undefined;
  }
  return [...new Set(words)];
}

function flat(node: RegexNode): RegexNode[] {
  return node.type === "sequence" ? node.items.flatMap(flat) : [node];
}

function isEdge(node: RegexNode): boolean {
  switch (node.type) {
    case "begin":
    case "end":
      return true;
    case "set": {
      const { ascii, beyond } = node.set;
      return ascii.size > 0 && beyond.length === 0 && ![...ascii].some(isWordByte);
    }
    case "repeat":
      return node.min > 0 && isEdge(node.item);
    default:
      return false;
  }
}
