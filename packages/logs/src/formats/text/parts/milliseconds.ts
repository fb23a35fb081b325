/** Digits by which the point moves to the right to make milliseconds of a unit. */
const shiftOf = { s: 3, ms: 0, us: -3, ns: -6 } as const;

/** A decimal number of a unit as milliseconds, exactly: `0.000123` s is `0.123`. Undefined for what is no number. */
export function milliseconds(value: string | undefined, unit: keyof typeof shiftOf): string | undefined {
  const found = value === undefined ? undefined : /^(\d{1,15})(?:\.(\d{1,15}))?$/.exec(value);
  if (!found) return undefined;
  const [, whole = "", fraction = ""] = found;
  const shift = shiftOf[unit];
  const digits = (shift < 0 ? "0".repeat(-shift) : "") + whole + fraction + "0".repeat(Math.max(0, shift));
  const point = (shift < 0 ? -shift : 0) + whole.length + shift;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = digits.slice(point).replace(/0+$/, "");
  return right === "" ? left : `${left}.${right}`;
}
