import type { Query } from "@kubin/logs";
import { type Io, tell } from "../io.ts";
import type { OpenedSnapshot } from "../session/open-snapshot.ts";
import { exitCodes } from "../usage/exit-code.ts";
import type { SearchArgs } from "./search-args.ts";
import { tellUnknownFields } from "./tell-unknown-fields.ts";

/** What is asked, and of which snapshot. */
export interface Question {
  io: Io;
  args: SearchArgs;
  opened: OpenedSnapshot;
  query: string;
  parsed: Query;
}

/** The last words about an answer, and its exit code: partial where it is not whole. */
export async function endAnswer(question: Question, answer: { lines: number; incomplete: string | undefined }) {
  const { io, args, parsed } = question;
  const { lines, incomplete } = answer;
  if (incomplete !== undefined) tell(io, incomplete);
  if (lines === 0 && !args.quiet) await tellUnknownFields(io, parsed);
  return incomplete === undefined ? exitCodes.done : exitCodes.partial;
}

/** Where a browser shows the hits. */
export function pageOf({ opened, query }: Question): string {
  return `${opened.url}/logs?q=${encodeURIComponent(query)}`;
}
