import { lowerAscii } from "../lines/line-text.ts";
import { decimalOf, durationMs } from "./decimal.ts";
import type { AttributeLeaf, LevelOp } from "./query.ts";
import type { QueryError } from "./query-error.ts";
import type { FieldToken } from "./query-tokens.ts";

export type Fail = (message: string) => QueryError;

/** `status:>=500`, `duration:>1s`, `logger:foo*`, and of any other name the word as typed too. */
export function attributeQuery(token: FieldToken, fail: Fail): AttributeLeaf {
  const { field, value, quoted } = token;
  const name = field ?? token.name;
  const plain = (text: string): string => (field === "duration" ? (durationMs(text) ?? text) : text);
  if (quoted) return { type: "attribute", name, op: "=", value: plain(value) };
  const [, op = "=", rest = ""] = /^(>=|<=|>|<|=)?(.*)$/s.exec(value) ?? [];
  const number = field === "duration" ? durationMs(rest) : decimalOf(rest);
  if (field === undefined) {
    const word = lowerAscii(`${name}:${value}`);
    if (number === undefined || !isRank(op)) return { type: "attribute", name, op: "=", value, word };
    return { type: "attribute", name, op, value: number, word };
  }
  if (rest === "") throw fail(`A value is missing behind "${field}:${op}".`);
  if (!isRank(op)) return { type: "attribute", name, op: "=", value: plain(rest) };
  if (number === undefined)
    throw fail(
      field === "duration"
        ? `"${rest}" is no duration; expected a number with ns, us, ms, s, m or h, as in duration:>1.5s.`
        : `"${rest}" is no number to compare with; expected one, as in status:>=500.`,
    );
  return { type: "attribute", name, op, value: number };
}

function isRank(op: string): op is Exclude<LevelOp, "="> {
  return op === ">=" || op === "<=" || op === ">" || op === "<";
}
