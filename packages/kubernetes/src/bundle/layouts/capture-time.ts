const goTime = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) ([+-]\d\d)(\d\d)/;

/**
 * The latest time in a must-gather's `timestamp`: lines as Go prints a time, start and end of each script
 * ("2021-08-03 12:14:13.632016778 +0200 CEST m=+138.36"). Undefined when there is none.
 */
export function captureTime(text: string): Date | undefined {
  let latest: Date | undefined;
  for (const line of text.split("\n")) {
    const found = goTime.exec(line.trim());
    if (!found) continue;
    const [, day, clock = "", hours, minutes] = found;
    const at = new Date(`${day}T${clock.slice(0, 12)}${hours}:${minutes}`);
    if (!Number.isNaN(at.getTime()) && (!latest || at > latest)) latest = at;
  }
  return latest;
}
