import { formatQuery, type Query } from "@kubin/logs";
import type { LogChoice } from "./log-choice.ts";

/** As the API takes it. */
const longestQuery = 4_000;
/** Of the 100 terms that a query may have; the rest is for what people type. */
const podsAtMost = 60;

export interface DrawerQuery {
  /** All lines that are chosen, for the bars. */
  text: string;
  /** Those at any time. */
  anyTime: string;
  /** Those of any level too, whatever they say. */
  whole: string;
  /** Those with a time, which can be merged. */
  timed: string;
  /** Pods that are in it, of those chosen: no query holds hundreds. */
  pods: readonly string[];
}

interface Asked {
  namespace: string;
  pods: readonly string[];
  containers: readonly string[];
  choice: Pick<LogChoice, "runs" | "level" | "range">;
  filter: Query;
}

/** The query for what is chosen. Names are data in a syntax tree: whatever they hold, they stay names. */
export function drawerQuery(asked: Asked): DrawerQuery {
  for (let count = Math.min(podsAtMost, asked.pods.length); ; count = Math.floor(count / 2)) {
    const pods = asked.pods.slice(0, Math.max(1, count));
    const items = itemsOf({ ...asked, pods });
    const text = formatQuery({ type: "and", items });
    const timed = formatQuery({ type: "and", items: asked.choice.range ? items : [...items, hasTime] });
    if (timed.length > longestQuery && pods.length > 1) continue;
    const choice = { ...asked.choice, range: undefined };
    const anyTime = itemsOf({ ...asked, pods, choice });
    const whole = itemsOf({ ...asked, pods, choice: { ...choice, level: undefined }, filter: { type: "all" } });
    return {
      ...{ text, timed, pods },
      anyTime: formatQuery({ type: "and", items: anyTime }),
      whole: formatQuery({ type: "and", items: whole }),
    };
  }
}

/** A line without a time is neither before nor after anything. */
const hasTime: Query = { type: "time", op: ">=", at: 0 };

function itemsOf({ namespace, pods, containers, choice, filter }: Asked): Query[] {
  const { runs, level, range } = choice;
  const items: Query[] = [{ type: "field", field: "namespace", pattern: namespace }, oneOf("pod", pods)];
  if (containers.length > 0) items.push(oneOf("container", containers));
  if (runs !== "both") items.push({ type: "source", source: runs });
  if (level) items.push({ type: "level", op: ">=", level });
  if (range?.from !== undefined) items.push({ type: "time", op: ">=", at: Date.parse(range.from) });
  if (range?.to !== undefined) items.push({ type: "time", op: "<", at: Date.parse(range.to) });
  if (filter.type === "and") items.push(...filter.items);
  else if (filter.type !== "all") items.push(filter);
  return items;
}

function oneOf(field: "pod" | "container", names: readonly string[]): Query {
  const items = names.map((pattern): Query => ({ type: "field", field, pattern }));
  const [only] = items;
  return items.length === 1 && only ? only : { type: "or", items };
}
