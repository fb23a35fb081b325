import type { LogSearch } from "@kubin/core";
import { fileOrder, fileOrderBack } from "./log-line-rows.ts";
import type { ParamBinder } from "./log-params.ts";
import { momentSql, placeSql } from "./log-place.ts";
import { noTimeNanos } from "./log-table.ts";

/** One SELECT of a page: a condition more, and its order. */
export interface PageRead {
  condition: string;
  order: string;
}

type Page = Pick<LogSearch, "order" | "after" | "back">;

/** The reads that make one page, in order. */
export function pageReads(binder: ParamBinder, page: Page): PageRead[] {
  if (page.order === "file") return [inFile(binder, page)];
  return page.order === "newest" ? newest(binder, page) : oldest(binder, page);
}

function inFile(binder: ParamBinder, { after, back }: Page): PageRead {
  const order = back ? fileOrderBack : fileOrder;
  if (!after) return { condition: "", order };
  const place = placeSql(binder, after);
  return { condition: ` AND ${back ? place.before : place.behind}`, order };
}

/** Lines without a time stand before all others in the table, and so come last by themselves. */
function newest(binder: ParamBinder, { after, back }: Page): PageRead[] {
  const order = back ? `ts, ${fileOrderBack}` : `ts DESC, ${fileOrder}`;
  if (!after) return [{ condition: "", order }];
  // The bound on `ts` alone comes first: it is what the index of times can prune by.
  const { moment, before, behind } = placeSql(binder, after);
  const condition = back
    ? ` AND ts >= ${moment} AND (ts > ${moment} OR ${before})`
    : ` AND ts <= ${moment} AND (ts < ${moment} OR ${behind})`;
  return [{ condition, order }];
}

/** Lines without a time are last here too, so they are a read of their own. */
function oldest(binder: ParamBinder, { after, back }: Page): PageRead[] {
  const none = momentSql(binder, noTimeNanos);
  const place = after && placeSql(binder, after);
  const untimed = (cursor: string) => ({
    condition: ` AND ts = ${none}${cursor}`,
    order: back ? fileOrderBack : fileOrder,
  });
  const timed = (cursor: string) => ({
    condition: ` AND ts > ${none}${cursor}`,
    order: back ? `ts DESC, ${fileOrderBack}` : `ts, ${fileOrder}`,
  });
  if (place && after?.at === undefined) {
    return back ? [untimed(` AND ${place.before}`), timed("")] : [untimed(` AND ${place.behind}`)];
  }
  if (!place) return back ? [untimed(""), timed("")] : [timed(""), untimed("")];
  const { moment, before, behind } = place;
  if (back) return [timed(` AND ts <= ${moment} AND (ts < ${moment} OR ${before})`)];
  return [timed(` AND ts >= ${moment} AND (ts > ${moment} OR ${behind})`), untimed("")];
}
