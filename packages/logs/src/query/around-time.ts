const unitMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const defaultMs = 300_000;

/** `span` is as typed, with its sign. */
export interface AroundTime {
  time: string;
  span: string;
  spanMs: number;
}

/** A time with a span before and behind it: `10:14±5m`, `10:14+-5m` or `10:14~5m`; without one five minutes. */
export function aroundTime(value: string): AroundTime {
  const found = /^(.*?)\s*((?:±|\+-|~)(\d{1,6})(ms|[smhdw]))$/s.exec(value);
  if (!found) return { time: value, span: "", spanMs: defaultMs };
  const [, time = "", span = "", count, unit = ""] = found;
  return { time, span, spanMs: Number(count) * (unitMs[unit] ?? 0) };
}
