/** A number as it was written: JavaScript would round ids of twenty digits. */
export class ExactNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Longer lines are shown as they are: taking them apart would stop the browser. */
const longest = 200_000;

/** Stands before a number while it passes through the parser as a text. No line has it: it is no character. */
const numberSign = "\ufdd0";
const textOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The value of a line that is one JSON object or list; undefined for any other line. */
export function parseJson(text: string): { value: unknown } | undefined {
  const trimmed = text.length > longest ? "" : text.trim();
  if (!/^(\{.*\}|\[.*\])$/s.test(trimmed)) return undefined;
  try {
    // Once as it is: what is no JSON must not become some.
    JSON.parse(trimmed);
    const marked = trimmed.replace(textOrNumber, (one) => (one.startsWith('"') ? one : `"${numberSign}${one}"`));
    return { value: JSON.parse(marked, exactNumber) };
  } catch {
    return undefined;
  }
}

function exactNumber(_: string, value: unknown): unknown {
  return typeof value === "string" && value.startsWith(numberSign) ? new ExactNumber(value.slice(1)) : value;
}
