import type { LogLine } from "@kubin/schema";
import type { Io } from "../../io.ts";
import { inertJson } from "../../output/inert.ts";
import { openOutput } from "../../output/open-output.ts";

/** Lines as text, fetched only while somebody reads them. */
export async function printLines(opts: {
  io: Io;
  pager: boolean;
  pages: AsyncIterable<LogLine[]>;
  text: (line: LogLine) => string;
}): Promise<void> {
  const out = openOutput(opts.io, opts.pager);
  for await (const lines of opts.pages) {
    await out.write(lines.map(opts.text).join(""));
    if (out.closed()) break;
  }
  await out.end();
}

/** A LogView written as it comes: the document may be larger than memory. */
export async function printView(opts: {
  io: Io;
  pager: boolean;
  pages: AsyncIterable<LogLine[]>;
  total: number;
}): Promise<void> {
  const out = openOutput(opts.io, opts.pager);
  await out.write(`{\n  "total": ${opts.total},\n  "lines": [`);
  let comma = "\n    ";
  for await (const lines of opts.pages) {
    for (const line of lines) {
      await out.write(comma + inertJson(JSON.stringify(line)));
      comma = ",\n    ";
    }
    if (out.closed()) break;
  }
  await out.write("\n  ]\n}\n");
  await out.end();
}
