import { type Json, textAt, textsAt } from "./read-json.ts";

export interface DataKey {
  name: string;
  value: string;
  /** Of the value as it was in the cluster, where it can be told. */
  bytes: number | undefined;
}

/** `‹redacted:secret:…:916 bytes›` knows how large the value was. */
const markedBytes = /:(\d+) bytes›$/;

/** The keys of a ConfigMap or Secret with their values; base64 is left as it stands. */
export function dataKeys(object: Json): DataKey[] {
  const ofData = textAt(object, "kind") === "Secret" ? base64Size : sizeOf;
  const plain = textsAt(object, "data").map(([name, value]) => ({ name, value, bytes: ofData(value) }));
  const written = textsAt(object, "stringData").map(([name, value]) => ({ name, value, bytes: sizeOf(value) }));
  const binary = textsAt(object, "binaryData").map(([name, value]) => ({ name, value, bytes: base64Size(value) }));
  return [...plain, ...written, ...binary];
}

function sizeOf(value: string): number | undefined {
  const marked = markedBytes.exec(value)?.[1];
  if (marked !== undefined) return Number(marked);
  if (value.includes("‹redacted:")) return undefined;
  return new TextEncoder().encode(value).length;
}

function base64Size(value: string): number | undefined {
  const marked = markedBytes.exec(value)?.[1];
  if (marked !== undefined) return Number(marked);
  if (value.includes("‹redacted:")) return undefined;
  return Math.floor((value.replace(/=+$/, "").length * 3) / 4);
}
