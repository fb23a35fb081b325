/** `10:41:58.203` of a time in ISO 8601 with any number of digits; "" where the line has none. */
export function clockText(at: string | undefined): string {
  const clock = /T(\d\d:\d\d:\d\d)(\.\d+)?/.exec(at ?? "");
  return clock ? `${clock[1]}${(clock[2] ?? ".000").padEnd(4, "0").slice(0, 4)}` : "";
}
