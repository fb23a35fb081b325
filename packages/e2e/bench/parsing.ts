import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { formatNanos, parseLine } from "@kubin/logs";
import { readCsv } from "./parsing/read-csv.ts";
import { levelOf, type System, systems } from "./parsing/systems.ts";

/** Gives times without a year one; which one is not judged. */
const around = { capturedAt: new Date("2026-01-01T00:00:00Z") };

interface Read {
  time: string;
  level: string;
  body: string;
}

function read(line: string): Read {
  const { at, level, body } = parseLine(new TextEncoder().encode(line), around);
  return { body, level: level === "unknown" ? "" : level, time: at === undefined ? "" : formatNanos(at) };
}

/** Lines of loghub (`logs/loghub` of a corpus) against the columns that its people cut them into by hand. */
export async function parsing(corpus: string): Promise<void> {
  const folder = join(corpus, "logs", "loghub");
  const there = systems.filter(({ name }) => existsSync(join(folder, name)));
  if (there.length === 0) console.log(`no system of loghub in ${folder}; name a corpus with --corpus`);
  const figures = [];
  for (const system of there) figures.push(await compare(system, join(folder, system.name)));
  console.table(figures);
}

async function compare(system: System, folder: string) {
  const log = join(folder, `${system.name}_2k.log`);
  const corrected = `${log}_structured_corrected.csv`;
  const csv = existsSync(corrected) ? corrected : `${log}_structured.csv`;
  const lines = (await readFile(log, "utf8")).split(/\r?\n/);
  const rows = readCsv(await readFile(csv, "utf8"));
  const right = { time: 0, level: 0, body: 0 };
  const wrong: string[] = [];
  for (const [index, row] of rows.entries()) {
    const line = lines[index] ?? "";
    const got = read(line);
    const time = sameTime(got.time, system.time(row));
    const level = system.level === undefined || got.level === levelOf[row[system.level] ?? ""];
    // loghub has cut blanks off the ends of its columns.
    const body = got.body.trim() === row.Content?.trim();
    right.time += time ? 1 : 0;
    right.level += level ? 1 : 0;
    right.body += body ? 1 : 0;
    if (!time || !level || !body) wrong.push(line);
  }
  for (const line of wrong.slice(0, 3)) console.log(`${system.name}, wrong: ${line.slice(0, 150)}`);
  const share = (count: number) => `${((100 * count) / rows.length).toFixed(2)} %`;
  return {
    system: system.name,
    lines: rows.length,
    "time right": share(right.time),
    "level right": system.level === undefined ? "none" : share(right.level),
    "body right": share(right.body),
  };
}

function sameTime(got: string, wanted: string): boolean {
  const written = wanted.startsWith("--") ? got.replace(/^\d{4}/, "-") : got;
  return written.startsWith(wanted) && /^0*Z$/.test(written.slice(wanted.length));
}
