/** A range of time that may be open at one end. */
export interface LogRange {
  /** Undefined for all from the start. */
  from: string | undefined;
  /** Undefined for all until the end. */
  to: string | undefined;
}

type Untold = "from" | "to" | "order";

/** Two times as typed, "" for an open end; which of them is none, or that they are the wrong way round. */
export function rangeBetween(from: string, to: string): LogRange | Untold | undefined {
  if (from === "" && to === "") return undefined;
  const [fromMs, toMs] = [from === "" ? undefined : Date.parse(from), to === "" ? undefined : Date.parse(to)];
  if (Number.isNaN(fromMs)) return "from";
  if (Number.isNaN(toMs)) return "to";
  if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs) return "order";
  const text = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());
  return { from: text(fromMs), to: text(toMs) };
}

/** `from..to` of the URL, where one may be missing; undefined for anything else. */
export function readRange(text: string | undefined): LogRange | undefined {
  const [from, to, ...rest] = (text ?? "").split("..");
  if (from === undefined || to === undefined || rest.length > 0) return undefined;
  const read = rangeBetween(from, to);
  return typeof read === "object" ? read : undefined;
}

export function rangeText(range: LogRange | undefined): string {
  return range ? `${range.from ?? ""}..${range.to ?? ""}` : "";
}
