import { isObject } from "../../bundle/json-object.ts";
import { decodeBase64, decodeText } from "./decode-base64.ts";
import { isMask } from "./known-mask.ts";
import { redactText, type TextOptions } from "./redact-text.ts";
import { redactKey } from "./scan-text.ts";
import { below, type Spot, type Taken, takeOut, tellTaken, within } from "./spot.ts";

/** `binaryData` of a ConfigMap: what cannot be read as text stays home, what can is looked through. */
export function redactBinaryData(value: unknown, spot: Spot, redactParsed: TextOptions["redactParsed"]): unknown {
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([key, data]): [string, unknown] => {
    const inside = below(spot, key);
    return [redactKey(key, spot), typeof data === "string" ? redactBytes(data, inside, { key, redactParsed }) : data];
  });
  return Object.fromEntries(fields);
}

function redactBytes(data: string, spot: Spot, opts: Omit<TextOptions, "isConfig">): string {
  if (data === "" || isMask(data)) return data;
  const bytes = decodeBase64(data) ?? new TextEncoder().encode(data);
  const text = decodeText(bytes);
  if (text === undefined) {
    const mark = spot.reading.rules.marks.ofLength("binary", bytes);
    tellTaken(spot, { rule: "binary", before: `${bytes.length} bytes that are no text`, mark });
    return mark;
  }
  const taken: Taken[] = [];
  redactText(
    text,
    within(spot, (one) => taken.push(one)),
    { ...opts, isConfig: true },
  );
  const [first] = taken;
  return first ? takeOut(spot, { rule: first.rule, secret: text }) : data;
}
