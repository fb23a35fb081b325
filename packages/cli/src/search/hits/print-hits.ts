import { KubinError, type LogCount } from "@kubin/schema";
import { tell } from "../../io.ts";
import { formatCount, formatDuration, plural } from "../../output/format-numbers.ts";
import { openOutput } from "../../output/open-output.ts";
import { endAnswer, pageOf, type Question } from "../question.ts";
import { createAround } from "./around.ts";
import { type HitsWanted, pagesOf } from "./hits-wanted.ts";
import { createLineFormat } from "./line-format.ts";

/** Hits for people, page by page, the sum below them. */
export function printHits(wanted: HitsWanted) {
  return async (question: Question): Promise<number> => {
    const { io, args, opened, query } = question;
    const { client, snapshot } = opened;
    const { around } = wanted;
    // Counted beside the search; where that fails, the hits are still worth having.
    const counting = client.query.countLogs.query({ snapshotId: snapshot.id, query }).catch(() => undefined);
    const out = openOutput(io, args.pager);
    const format = await createLineFormat({ io, query: question.parsed });
    const blocks = createAround({ client, snapshotId: snapshot.id, around });
    let shown = 0;
    let tookMs = 0;
    let incomplete: string | undefined;
    for await (const page of pagesOf(question, wanted)) {
      tookMs += page.tookMs;
      incomplete = page.incomplete ?? incomplete;
      const some = around > 0 ? await blocks(page.lines) : [{ lines: page.lines, first: true }];
      for (const block of some) {
        if (!block.first) await out.write("--\n");
        await out.write(format(block.lines));
      }
      shown += page.lines.length;
      if (out.closed() || io.signal.aborted) break;
    }
    await out.end();
    if (io.signal.aborted) throw new KubinError("CANCELLED", "Stopped.");
    if (!args.quiet) tell(io, `${sumOf({ count: await counting, shown, tookMs })} · ${pageOf(question)}`);
    return endAnswer(question, { lines: shown, incomplete });
  };
}

function sumOf(opts: { count: LogCount | undefined; shown: number; tookMs: number }): string {
  const { count, shown } = opts;
  const total = count ? `${plural(count.lines, "line")} in ${plural(count.streams, "stream")}` : plural(shown, "line");
  const more = count && count.lines > shown ? ` · ${formatCount(shown)} shown, --limit or --all for more` : "";
  return `${total} · ${formatDuration(opts.tookMs)}${more}`;
}
