import { asText } from "../json.ts";

/** Powers of ten of decimal suffixes. */
const decimal: ReadonlyMap<string, number> = new Map([
  ["n", -9],
  ["u", -6],
  ["m", -3],
  ["", 0],
  ["k", 3],
  ["M", 6],
  ["G", 9],
  ["T", 12],
  ["P", 15],
  ["E", 18],
]);

const binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/** Sign and digits, then a suffix of two, ten or an exponent; "12E" is exa, "12E3" an exponent. */
const grammar = /^([+-]?(?:\d{1,40}\.?\d{0,40}|\.\d{1,40}))(?:[eE]([+-]?\d{1,4})|([KMGTPE]i|[numkMGTPE]?))$/;

/** A Kubernetes quantity ("100m", "1.5Gi", "1e3") as a number; undefined for everything else. */
export function parseQuantity(written: unknown): number | undefined {
  const [, digits, exponent, suffix = ""] = grammar.exec(asText(written).trim()) ?? [];
  if (digits === undefined) return undefined;
  const power = binary.indexOf(suffix) + 1;
  // Read as one number with its exponent: 1001m is 1.001, where 1001 × 0.001 is not.
  const value = power > 0 ? Number(digits) * 2 ** (10 * power) : Number(`${digits}e${exponent ?? decimal.get(suffix)}`);
  return Number.isFinite(value) ? value : undefined;
}
