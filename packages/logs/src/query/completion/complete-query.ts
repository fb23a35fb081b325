import { lowerAscii } from "../../lines/line-text.ts";
import { valueText } from "../format-query.ts";
import { fieldOfKey } from "../query-fields.ts";
import { type CompletionOption, fieldOptions, valueOptions } from "./completion-texts.ts";
import { typedTerm } from "./typed-term.ts";

/** What could stand where someone types: `from`–`to` of the text is replaced by it. */
export interface Completion {
  from: number;
  to: number;
  kind: "field" | "value";
  /** Of a value: the one name of its field (`namespace` for `ns:`), or the name of an attribute. */
  field?: string;
  /** What is typed of it, up to the caret. */
  typed: string;
  /** Names of attributes, and values that only the logs know, are the caller's to add. */
  options: readonly CompletionOption[];
}

/** What could be typed at a caret. Undefined inside of quotes and expressions, and where nothing fits. */
export function completeQuery(text: string, caret: number): Completion | undefined {
  const term = typedTerm(text, caret);
  if (!term) return undefined;
  const { from, to, colon } = term;
  if (colon !== undefined && caret > colon) return completeValue(text, caret, { from, colon, to });
  const typed = text.slice(from, caret);
  if (typed !== "" && !/^[A-Za-z_@][\w.@/-]*$/.test(typed)) return undefined;
  const options = fieldOptions.filter(({ label }) => label.startsWith(lowerAscii(typed)));
  return { from, to: colon === undefined ? to : colon + 1, kind: "field", typed, options };
}

function completeValue(
  text: string,
  caret: number,
  { from, colon, to }: { from: number; colon: number; to: number },
): Completion | undefined {
  const name = text.slice(from, colon);
  const field = fieldOfKey(name) ?? name;
  const value = text.slice(colon + 1, caret);
  // Of what is compared the sign stays.
  const sign = /^[<>]=?|^=/.exec(value)?.[0] ?? "";
  const whole = valueOptions(field, false)?.filter(({ label }) => label.startsWith(lowerAscii(value)));
  if (sign === "" || (whole && whole.length > 0)) {
    if (whole?.length === 0) return undefined;
    return { from: colon + 1, to, kind: "value", field, typed: value, options: whole ?? [] };
  }
  const typed = value.slice(sign.length);
  const options = valueOptions(field, true)?.filter(({ label }) => label.startsWith(lowerAscii(typed)));
  if (options?.length === 0) return undefined;
  return { from: colon + 1 + sign.length, to, kind: "value", field, typed, options: options ?? [] };
}

/**
 * The text with an option in its place, or with a name or value that the caller knows, in quotes where it needs them;
 * the caret stands behind it.
 */
export function insertCompletion(text: string, completion: Completion, value: string): { text: string; caret: number } {
  const before = text.slice(0, completion.from);
  const rest = text.slice(completion.to);
  const inserted = insertedText(completion, value);
  const gap = completion.kind === "field" || rest === "" || /^[\s)]/.test(rest) ? "" : " ";
  return { text: before + inserted + gap + rest, caret: before.length + inserted.length };
}

function insertedText({ kind, field = "", options }: Completion, value: string): string {
  if (kind === "field") return value.endsWith(":") ? value : `${value}:`;
  return options.some(({ insert }) => insert === value) ? value : valueText(field, value);
}
