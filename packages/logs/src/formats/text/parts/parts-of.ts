import type { Level } from "@kubin/schema";
import { levelOfWord } from "../../../parse/level-of-word.ts";
import type { LineField } from "../../../parse/line-format.ts";

/** What a pattern read of a line. */
export interface Parts {
  level: Level | undefined;
  fields: LineField[];
  body: string;
}

/** Words of one format's levels, lower case, beside or instead of the common ones. */
export type OwnLevels = Readonly<Record<string, Level>>;

/**
 * Reads the rest of a line at `at` by the first pattern (sticky) that matches there. Its group `level` has to be a
 * level, else it does not match; the body is its group `body`, else what follows; all other groups are fields,
 * `file` and `line` one: the caller.
 */
export function partsOf(patterns: readonly RegExp[], text: string, at: number): Parts | undefined {
  return partsWith({}, patterns)(text, at);
}

/** The same with words of the format's own. */
export function partsWith(
  own: OwnLevels,
  patterns: readonly RegExp[],
): (text: string, at: number) => Parts | undefined {
  return (text, at) => {
    for (const pattern of patterns) {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (!found) continue;
      const groups = found.groups ?? {};
      const word = groups.level?.trim().toLowerCase();
      const level = word === undefined ? undefined : Object.hasOwn(own, word) ? own[word] : levelOfWord(word);
      if (word !== undefined && level === undefined) continue;
      return { level, fields: fieldsOf(groups), body: groups.body ?? text.slice(pattern.lastIndex) };
    }
    return undefined;
  };
}

function fieldsOf(groups: Readonly<Record<string, string | undefined>>): LineField[] {
  const fields: LineField[] = [];
  const { file, line } = groups;
  if (file !== undefined) fields.push(["caller", `${file}:${line}`]);
  for (const name in groups) {
    if (name === "level" || name === "body" || (file !== undefined && (name === "file" || name === "line"))) continue;
    const value = groups[name]?.trim();
    if (value !== undefined && value !== "" && value !== "-") fields.push([name, value]);
  }
  return fields;
}
