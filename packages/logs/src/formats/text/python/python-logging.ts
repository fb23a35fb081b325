import type { LineFormat } from "../../../parse/line-format.ts";
import { datedFormat } from "../parts/dated-format.ts";
import { partsOf } from "../parts/parts-of.ts";
import { datedAt } from "../times/dated-head.ts";

/** A name that is no word of a sentence. */
const dotted = String.raw`(?<logger>root|__main__|[A-Za-z]\w{0,64}[.\-_][\w\-.]{1,150})`;
const logger = String.raw`(?<logger>[\w\-]{1,100}(?:\.[\w\-.]{1,150})?)`;

/** Formats of `logging` ("Logging HOWTO", "Logging Cookbook") and of those built on it; the time first. */
export const pythonDated = datedFormat({
  name: "python-logging",
  patterns: [
    // HOWTO: `%(asctime)s - %(name)s - %(levelname)s - %(message)s`.
    new RegExp(` - ${logger} - (?<level>[A-Z]{4,8}) - `, "y"),
    / - (?<level>[A-Z]{4,8}) - /y,
    // Cookbook: `%(asctime)s %(name)-12s %(levelname)-8s %(message)s`.
    new RegExp(` ${dotted} {1,64}(?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL) {1,64}`, "y"),
    / (?<logger>\w{1,64}) {2,64}(?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL) {1,64}/y,
    // tuned, Salt: `%(asctime)s %(levelname)-8s %(name)s: %(message)s`.
    / (?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL) {2,8}(?<logger>[\w\-.]{1,150}): /y,
    // loguru: `{time} | {level} | {name}:{function}:{line} - {message}`.
    / \| (?<level>[A-Z]{4,8}) {1,64}\| (?<logger>[\w.]{1,150}|None):(?<function>[\w<>]{1,128}):(?<line>\d{1,6}) - /y,
  ],
  levels: { success: "info" },
});

/** Celery (`worker_log_format`, `worker_task_log_format`), Airflow and Flask, with the time in brackets. */
export const pythonBracketed = datedFormat({
  name: "python-logging-bracketed",
  open: true,
  patterns: [
    /: (?<level>[A-Z]{4,8})\/(?<process>[\w\-:]{1,64})\] (?:(?<task>[\w.]{1,200})\[(?<task_id>[\w-]{1,64}|\?{3})\]: )?/y,
    /\] \{(?<caller>[\w.\-/]{1,200}:\d{1,6})\} (?<level>[A-Z]{4,8}) - /y,
    /\] (?<level>[A-Z]{4,8}) in (?<logger>[\w.]{1,150}): /y,
  ],
});

const levelFirst = [/(?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL) {1,64}/y];
const django = [/ (?<logger>[\w.]{1,150}) (?<pid>\d{1,10}) (?<thread>\d{1,20}) /y];
const basic = [/(?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL):(?<logger>[\w\-.]{1,150}):/y];

/** `logging.BASIC_FORMAT` (`WARNING:root:message`), and Django's `verbose` ("Logging", examples): the level first. */
export const pythonLevelFirst: LineFormat = {
  name: "python-logging-level-first",
  read(text) {
    const first = text.charCodeAt(0);
    if (!(first >= 67 && first <= 87)) return undefined;
    return partsOf(basic, text, 0) ?? readDjango(text);
  },
};

function readDjango(text: string) {
  const begun = partsOf(levelFirst, text, 0);
  const stamp = begun && datedAt(text, text.length - begun.body.length);
  const ended = stamp && partsOf(django, text, stamp.end);
  return ended && { ...ended, level: begun.level, time: stamp.time };
}
