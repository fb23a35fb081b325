import { createClient } from "@kubin/client";
import { formatQuery } from "@kubin/logs";
import { askFacets } from "./ask-facets.ts";
import { type Measured, measureByTurns, mustBe, type Row, told } from "./figure.ts";

const runs = 21;
const fields = ["level", "namespace", "pod", "container"];

export interface Reads {
  url: string;
  snapshotId: string;
  text: string;
  /** Lines with the text. */
  lines: number;
}

/** What the page of logs asks for one search: count, newest 100, bars over time, facets. Each answer is checked first. */
export async function measureReads({ url, snapshotId, text, lines }: Reads): Promise<Record<string, Measured>> {
  const client = createClient({ server: url });
  const query = { snapshotId, query: formatQuery({ type: "phrase", text }) };
  mustBe(`"${text}"`, (await client.query.countLogs.query(query)).lines, lines);
  const bars = await client.query.histogram.query(query);
  const inBars = bars.buckets.reduce((sum, bar) => sum + bar.lines, bars.untimed);
  mustBe(`"${text}" in the bars`, inBars, lines);
  const facets = await askFacets(url, { ...query, fields });
  if (facets) mustBe(`"${text}" of the facets`, facets.lines, lines);
  for (const { field, values, others, without } of facets?.facets ?? []) {
    const sum = values.reduce((all, value) => all + value.lines, others + without);
    mustBe(`"${text}" by ${field}`, sum, lines);
  }
  const questions: Record<string, () => Promise<unknown>> = {
    newest: () => client.query.searchLogs.query({ ...query, limit: 100, order: "newest" }),
    count: () => client.query.countLogs.query(query),
    histogram: () => client.query.histogram.query(query),
    ...(facets ? { facets: () => askFacets(url, { ...query, fields }) } : {}),
  };
  const seen = await measureByTurns(runs, questions);
  console.log(`"${text}": ${lines} lines`);
  for (const [name, measured] of Object.entries(seen)) console.log(`  ${name.padEnd(9)} ${told(measured)}`);
  return seen;
}

/** Of several needles: the worst p95 a question, with the worst first answer. */
export function worstOf(all: readonly Record<string, Measured>[], aims: Record<string, string> = {}): Row[] {
  const names = ["newest", "count", "histogram", "facets"];
  return names.map((name) => {
    const seen = all.flatMap((one) => one[name] ?? []);
    const worst = (of: (one: Measured) => number) => Math.max(...seen.map(of)).toFixed(1);
    const told = `p50 ≤ ${worst(({ p50 }) => p50)}, p95 ≤ ${worst(({ p95 }) => p95)}, first ≤ ${worst(({ first }) => first)} ms`;
    return { what: `… ${name}`, aim: aims[name] ?? "–", seen: seen.length > 0 ? told : "the server has none" };
  });
}
