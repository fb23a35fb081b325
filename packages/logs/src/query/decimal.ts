const decimal = /^-?\d{1,30}(?:\.\d{1,30})?$/;
/** How many powers of ten a unit is away from milliseconds, and what it counts of them. */
const units: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 3.6e6,
};

/** The text itself where it is a plain decimal number, which comparisons are about. */
export function decimalOf(text: string): string | undefined {
  return decimal.test(text) ? text : undefined;
}

/** Milliseconds as a plain decimal number; a number without a unit is some. */
export function durationMs(text: string): string | undefined {
  const [, number = "", unit = "ms"] = /^(\d{1,15}(?:\.\d{1,15})?)(ns|us|µs|μs|ms|s|m|h)?$/.exec(text) ?? [];
  const times = units[unit];
  if (number === "" || times === undefined) return undefined;
  // Twelve digits are what a double surely has; an exponent would be no plain number.
  return unit === "ms"
    ? number
    : Number((Number(number) * times).toPrecision(12))
        .toFixed(9)
        .replace(/\.?0+$/, "");
}
