import type { LogHits, LogLine } from "@kubin/schema";
import { printResult } from "../../output/print-result.ts";
import { endAnswer, type Question } from "../question.ts";
import { createAround } from "./around.ts";
import { type HitsWanted, pagesOf } from "./hits-wanted.ts";

/** All hits as one document. */
export function printDocument(wanted: HitsWanted) {
  return async (question: Question): Promise<number> => {
    const { io, args, opened } = question;
    const value: LogHits & { around?: LogLine[][] } = { lines: [], tookMs: 0 };
    for await (const { lines, tookMs, nextCursor, incomplete } of pagesOf(question, wanted)) {
      for (const line of lines) value.lines.push(line);
      value.tookMs += tookMs;
      if (nextCursor === undefined) delete value.nextCursor;
      else value.nextCursor = nextCursor;
      if (incomplete !== undefined) value.incomplete = incomplete;
    }
    const { around } = wanted;
    if (around > 0) {
      const blocks = createAround({ client: opened.client, snapshotId: opened.snapshot.id, around });
      value.around = (await blocks(value.lines)).map((block) => block.lines);
    }
    await printResult({ io, args, value, table: () => "" });
    return endAnswer(question, { lines: value.lines.length, incomplete: value.incomplete });
  };
}
