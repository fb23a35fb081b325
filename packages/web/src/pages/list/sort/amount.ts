const factors = new Map([
  ["n", 1e-9],
  ["u", 1e-6],
  ["m", 1e-3],
  ["", 1],
  ["k", 1e3],
  ["M", 1e6],
  ["G", 1e9],
  ["T", 1e12],
  ["P", 1e15],
  ["E", 1e18],
  ["Ki", 2 ** 10],
  ["Mi", 2 ** 20],
  ["Gi", 2 ** 30],
  ["Ti", 2 ** 40],
  ["Pi", 2 ** 50],
  ["Ei", 2 ** 60],
  ["%", 1],
]);

/** A quantity as Kubernetes writes it, a percentage, or a number with words behind it: "250m", "1.5Gi", "3 (5m ago)", "1/2". */
export function quantityOf(text: string): number | undefined {
  const [, digits, suffix = ""] = /^(-?\d+(?:\.\d+)?)(%|[A-Za-z]{0,2})(?=$|[\s/(,])/.exec(text.trim()) ?? [];
  const factor = factors.get(suffix);
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}

const seconds = new Map([
  ["ms", 0.001],
  ["s", 1],
  ["m", 60],
  ["h", 3600],
  ["d", 86_400],
  ["w", 604_800],
  ["y", 31_536_000],
]);

/** A span of time as kubectl writes it, "5d3h", "73s", in milliseconds. */
export function spanMsOf(text: string): number | undefined {
  const written = text.trim();
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhdwy]))+$/.test(written)) return undefined;
  let sum = 0;
  for (const [, digits = "", unit = ""] of written.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdwy])/g))
    sum += Number(digits) * (seconds.get(unit) ?? 0);
  return sum * 1000;
}
