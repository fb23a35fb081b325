import { spansOfMarks } from "../text/spans-of-marks.ts";
import { type Spot, takeOut } from "./spot.ts";

/** The text without what the scanner finds. `key` is the field's name, for the exceptions by key. */
export function scanText(text: string, spot: Spot, { key }: { key: string }): string {
  const { scanner, own } = spot.reading.rules;
  const found = scanner.scan(text);
  if (found.length === 0) return text;
  const marked = spansOfMarks(text);
  let result = "";
  let last = 0;
  for (const { start, end, rule, secret, key: beside } of found) {
    if (marked.some((range) => range.start < end && start < range.end)) continue;
    if (rule !== "private-key" && own.keeps({ rule, key: beside ?? key, value: secret })) continue;
    result += text.slice(last, start) + takeOut(spot, { rule, secret });
    last = end;
  }
  return result + text.slice(last);
}

/** Keys stay as they are, unless somebody used a token as one. */
export function redactKey(key: string, spot: Spot): string {
  return key.length < 12 ? key : scanText(key, spot, { key: "" });
}
