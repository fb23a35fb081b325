/** Where the columns of a system of loghub say what its lines say. */
export interface System {
  name: string;
  /** `2005-12-04T04:47:44.000`: as the line writes it, read as UTC; without year `--08-05T…`. */
  time(row: Readonly<Record<string, string>>): string;
  /** Column of the level; undefined where the lines have none. */
  level?: string;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The eight systems whose lines Kubernetes clusters have, or their nodes. */
export const systems: readonly System[] = [
  { name: "Apache", time: ({ Time = "" }) => ascTime(Time), level: "Level" },
  { name: "Hadoop", time: dated, level: "Level" },
  { name: "OpenStack", time: dated, level: "Level" },
  { name: "Zookeeper", time: dated, level: "Level" },
  { name: "HealthApp", time: ({ Time = "" }) => healthTime(Time) },
  { name: "Android", time: ({ Date: date = "", Time = "" }) => `--${date}T${Time}`, level: "Level" },
  // Its column Level holds the host.
  { name: "Linux", time: monthDay },
  { name: "Mac", time: monthDay },
];

function dated({ Date: date = "", Time = "" }: Readonly<Record<string, string>>): string {
  return `${date}T${Time.replace(",", ".")}`;
}

function monthDay({ Month = "", Date: date = "", Time = "" }: Readonly<Record<string, string>>): string {
  return `--${two(months.indexOf(Month) + 1)}-${two(date)}T${Time}.000`;
}

function ascTime(text: string): string {
  const [, month = "", day = "", clock = "", year = ""] = text.split(/ +/);
  return `${year}-${two(months.indexOf(month) + 1)}-${two(day)}T${clock}.000`;
}

function healthTime(text: string): string {
  const [day = "", clock = ""] = text.split("-");
  const [hour = "", minute = "", second = "", milli = ""] = clock.split(":");
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}.${milli.padStart(3, "0")}`;
}

function two(value: string | number): string {
  return String(value).padStart(2, "0");
}

/** The words and letters of the columns on the one scale. */
export const levelOf: Readonly<Record<string, string>> = {
  ...{ TRACE: "trace", DEBUG: "debug", INFO: "info", WARN: "warn", WARNING: "warn", ERROR: "error", FATAL: "fatal" },
  ...{ V: "trace", D: "debug", I: "info", W: "warn", E: "error", F: "fatal", notice: "info", error: "error" },
};
