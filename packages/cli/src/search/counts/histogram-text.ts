import { type Level, type LogHistogram, levels } from "@kubin/schema";
import type { Io } from "../../io.ts";
import { bar } from "../../output/bar.ts";
import { formatCount, formatDuration, plural } from "../../output/format-numbers.ts";
import { type Paint, paintFor } from "../../output/paint.ts";
import { levelTones } from "../hits/line-format.ts";

type Bucket = LogHistogram["buckets"][number];

const usualColumns = 100;
/** Those that a bar tells apart, and names beside it: colour alone is not read by everyone. */
const loud: readonly Level[] = ["fatal", "error", "warn"];
const bySeverity: readonly Level[] = [...levels].reverse();

/** A line for each stretch of time: when (UTC), how many lines, a bar by level, how many of them are loud. */
export function histogramText(io: Io, histogram: LogHistogram): string {
  const { buckets, bucketMs, untimed } = histogram;
  const rows = allBuckets(histogram);
  const most = Math.max(1, ...buckets.map(({ lines }) => lines));
  const countWidth = formatCount(most).length;
  const notes = rows.map(noteOf);
  const time = timeFormat(rows, bucketMs);
  const columns = io.terminal.stdout ? io.size().columns : usualColumns;
  const used = (rows[0] ? time(rows[0]).length : 0) + countWidth + Math.max(0, ...notes.map((note) => note.length)) + 7;
  const width = Math.max(10, columns - used);
  const paint = paintFor(io, "stdout");
  const text = rows.map((bucket, index) => {
    const note = notes[index] ?? "";
    const length = bar(bucket.lines / most, width);
    const blanks = note === "" ? "" : " ".repeat(width - length.length + 2);
    const count = formatCount(bucket.lines).padStart(countWidth);
    return `${time(bucket)}  ${count}  ${coloured(length, { bucket, paint })}${blanks}${note}`.trimEnd();
  });
  const [first] = rows;
  const head = first ? [`${first.at.slice(0, 10)}, UTC; ${lengthOf(bucketMs)} a line`] : [];
  const tail = untimed > 0 || rows.length === 0 ? [`${plural(untimed, "line")} without a time`] : [];
  return `${[...head, ...text, ...tail].join("\n")}\n`;
}

/** With those that hold no line, so that time runs evenly. */
function allBuckets({ buckets, bucketMs }: LogHistogram): Bucket[] {
  const all: Bucket[] = [];
  for (const bucket of buckets) {
    const last = all.at(-1);
    const from = last ? Date.parse(last.at) + bucketMs : Date.parse(bucket.at);
    for (let at = from; at + bucketMs / 2 < Date.parse(bucket.at); at += bucketMs) {
      all.push({ at: new Date(at).toISOString(), lines: 0, levels: {}, firstLine: 0 });
    }
    all.push(bucket);
  }
  return all;
}

function coloured(text: string, opts: { bucket: Bucket; paint: Paint }): string {
  const { bucket, paint } = opts;
  let [painted, done, from] = ["", 0, 0];
  for (const level of bySeverity) {
    done += bucket.levels[level] ?? 0;
    const to = Math.round((done / Math.max(1, bucket.lines)) * text.length);
    const tone = levelTones[level];
    const part = text.slice(from, to);
    painted += tone === undefined || part === "" ? part : paint(tone, part);
    from = Math.max(from, to);
  }
  return painted + text.slice(from);
}

function noteOf({ levels: counts }: Bucket): string {
  return loud.flatMap((level) => (counts[level] ? [`${formatCount(counts[level])} ${level}`] : [])).join(", ");
}

function timeFormat(rows: readonly Bucket[], bucketMs: number): (bucket: Bucket) => string {
  const days = new Set(rows.map(({ at }) => at.slice(0, 10)));
  const even = rows.every(({ at }) => Date.parse(at) % 60_000 === 0);
  const end = even ? 16 : bucketMs >= 1000 ? 19 : 23;
  const from = days.size > 1 ? 5 : 11;
  return ({ at }) => new Date(at).toISOString().slice(from, end).replace("T", " ");
}

function lengthOf(ms: number): string {
  return formatDuration(ms).replace(/ 0 s$/, "");
}
