import type { LogLine } from "@kubin/schema";

/** A line with the time that places it among lines of other streams. */
export interface PlacedLine {
  line: LogLine;
  /** Its own time, else that of the last line before it in its stream that has one; "" before the first of those. */
  time: string;
}

/** Places lines of one stream, which come in the order of the file. */
export async function* placed(pages: AsyncIterable<LogLine[]>): AsyncGenerator<PlacedLine[]> {
  let time = "";
  for await (const page of pages) {
    yield page.map((line) => {
      time = line.at ?? time;
      return { line, time };
    });
  }
}
