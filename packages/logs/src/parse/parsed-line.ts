import type { Level, timeSources } from "@kubin/schema";
import type { LineField } from "./line-format.ts";

/** What is known of one physical line. */
export interface ParsedLine {
  /** Nanoseconds since the epoch; undefined where the line does not say, never guessed. */
  at: bigint | undefined;
  /**
   * `envelope`: the RFC 3339 time that a kubelet or container runtime wrote before the line, or the one of Docker's
   * JSON envelope; else how the program's own time is written.
   */
  timeSource: (typeof timeSources)[number];
  level: Level;
  /**
   * Length of a leading RFC 3339 timestamp with the one blank behind it, else 0. In the files of a container runtime
   * (CRI) stream and tag follow (`stderr F `), which belong to it, so that the rest is what the program wrote.
   */
  prefixBytes: number;
  /** Name of the `LineFormat` that read it, `text` when none knows it. */
  format: string;
  /** It belongs to the line before: a stack trace, a later part of a record that the runtime cut, an indented record. */
  continues: boolean;
  /** What the program says, without time, level and logger; no colours; bytes that are not UTF-8 as U+FFFD. */
  body: string;
  /**
   * Known fields and all other attributes, each name once. Attributes keep the name that the program gave them, also
   * when it is one of a column (`pod`, `level`): columns are told apart by who stores them. One that is called like a
   * known field and means something else keeps its name too, unless the line has that field.
   */
  fields: readonly LineField[];
}

export interface LineContext {
  /** Gives times without a year theirs; without it such a line has no time unless an envelope says it. */
  capturedAt?: Date | undefined;
}
