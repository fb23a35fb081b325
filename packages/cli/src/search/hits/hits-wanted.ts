import { searchAll } from "@kubin/client";
import type { LogHits } from "@kubin/schema";
import type { Question } from "../question.ts";
import { limitOf, namesOf, orderOf, type SearchArgs } from "../search-args.ts";

/** Which hits are wanted, and in which order. */
export interface HitsWanted {
  order: "newest" | "oldest" | "file";
  /** All where undefined. */
  limit: number | undefined;
  /** Lines before and after each. */
  around: number;
  /** With what a parser read of them. */
  fields: boolean;
}

/** Throws BAD_INPUT. */
export function hitsWanted(args: SearchArgs, around: number): HitsWanted {
  return { order: orderOf(args), limit: limitOf(args), around, fields: namesOf(args.fields).length > 0 };
}

export function pagesOf({ opened, query }: Question, wanted: HitsWanted): AsyncGenerator<LogHits> {
  const { client, snapshot } = opened;
  const { order, limit, fields } = wanted;
  return searchAll({ client, snapshotId: snapshot.id, query, order, limit, with: fields ? "fields" : undefined });
}
