import { loadavg } from "node:os";
import { big } from "./logs/big.ts";
import { openCorpus } from "./logs/corpus/open-corpus.ts";
import { exact } from "./logs/exact.ts";
import { facets } from "./logs/facets.ts";
import type { Figure, Row } from "./logs/figure.ts";
import { ingest } from "./logs/ingest.ts";
import { interference } from "./logs/interference.ts";
import { manySnapshots } from "./logs/many.ts";
import { search } from "./logs/search.ts";
import { storage } from "./logs/storage.ts";

const figures: Readonly<Record<string, Figure>> = {
  exact,
  ingest,
  search,
  facets,
  big,
  many: manySnapshots,
  storage,
  interference,
};

export const logFigures = Object.keys(figures);

/** Log search in figures, those named or all: answers first, then times beside what else could be used. */
export async function logs(corpus: string, names: readonly string[] = []): Promise<void> {
  await using opened = await openCorpus(corpus);
  const table: (Row & { figure: string })[] = [];
  try {
    for (const [figure, measure] of Object.entries(figures)) {
      if (names.length > 0 && !names.includes(figure)) continue;
      console.log(`\n## ${figure}`);
      const rows = await measure(opened);
      for (const row of rows) table.push({ figure, ...row });
    }
  } finally {
    print(table);
  }
}

function print(table: readonly (Row & { figure: string })[]): void {
  console.log("\n| figure | what | aim | seen |\n| --- | --- | --- | --- |");
  for (const { figure, what, aim, seen } of table) console.log(`| ${figure} | ${what} | ${aim} | ${seen} |`);
  const loads = loadavg().map((load) => load.toFixed(1));
  console.log(`\nload average at the end: ${loads.join(" ")}`);
}
