import { KubinError } from "@kubin/schema";
import type { Io } from "../io.ts";
import { outputFormat } from "../output/output-format.ts";
import { printResult } from "../output/print-result.ts";
import { openContent } from "../session/open-content.ts";
import { inRange } from "../usage/in-range.ts";
import { refuseBoth } from "../usage/refuse-both.ts";
import { checkQuery } from "./check-query.ts";
import { printFacets } from "./counts/print-facets.ts";
import { printHistogram } from "./counts/print-histogram.ts";
import { hitsWanted } from "./hits/hits-wanted.ts";
import { printDocument } from "./hits/print-document.ts";
import { printHits } from "./hits/print-hits.ts";
import { printRows } from "./hits/print-rows.ts";
import { endAnswer, type Question } from "./question.ts";
import { namesOf, refuseStream, type SearchArgs, streamFormat } from "./search-args.ts";

/**
 * `kubin search`: hits as LogHits (with `around`: LogLine[][] beside them) or as a stream of them, `--count` as
 * LogCount, `--facet` as LogFacets, `--histogram` as LogHistogram.
 */
export async function searchLogs(io: Io, args: SearchArgs): Promise<number> {
  const way = wayOf(args);
  const query = (args.query ?? []).join(" ");
  const parsed = await checkQuery(query);
  const question = { io, args, query, parsed };
  return way({ ...question, opened: await openContent(io, args) });
}

/** How the answer is given, all options checked before anything is asked. Throws BAD_INPUT. */
function wayOf(args: SearchArgs): (question: Question) => Promise<number> {
  const { count, histogram, facet } = args;
  refuseBoth(["--count", count], ["--facet", facet], ["--histogram", histogram]);
  const around = inRange({ name: "--around", value: args.around, min: 0, max: 500 });
  const counted = count ? "--count" : histogram ? "--histogram" : facet ? "--facet" : undefined;
  if (counted !== undefined) {
    refuseStream(args, counted);
    if (count) return printCount;
    return histogram ? printHistogram : printFacets(namesOf(facet), args.limit);
  }
  if (args.query === undefined || args.query.length === 0) throw nothingAsked(args);
  const wanted = hitsWanted(args, around);
  const format = streamFormat(args);
  const columns = namesOf(args.fields);
  if (format !== undefined) return printRows({ ...wanted, format, columns });
  if (outputFormat(args) !== "table") return printDocument(wanted);
  return columns.length > 0 ? printRows({ ...wanted, format: "text", columns }) : printHits(wanted);
}

async function printCount(question: Question): Promise<number> {
  const { io, args, opened, query } = question;
  const value = await opened.client.query.countLogs.query({ snapshotId: opened.snapshot.id, query });
  await printResult({ io, args, value, table: () => `${value.lines}\n` });
  return endAnswer(question, { lines: value.lines, incomplete: value.incomplete });
}

function nothingAsked({ all }: SearchArgs): KubinError {
  const ways = `kubin search 'level:>=error'; an empty query, '', is all lines${all ? " too" : ""}.`;
  return new KubinError("BAD_INPUT", `What to look for?\nFor instance: ${ways}`);
}
