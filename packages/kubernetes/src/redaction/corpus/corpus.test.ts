import { describe, expect, it } from "vitest";
import { createRedactor } from "../create-redactor.ts";
import { innocents } from "./innocents.ts";
import { allShapes, measureCorpus } from "./measure-corpus.ts";
import { seeded } from "./seeded.ts";

const redactor = await createRedactor({ key: new Uint8Array(32).fill(7) });
const figures = await measureCorpus(redactor);

/** What is missed, most frequent first; names of shapes alone. */
function tally(missed: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of missed) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([name, count]) => `${count} × ${name}`).join("\n");
}

const byEncoding = (missed: readonly string[]) => tally(missed.map((what) => what.replace(/ \| .* \| /, " | ")));

describe("the corpus of secrets and of what looks like them", () => {
  it("is large, and each shape holds its secret once told", () => {
    const shapes = allShapes();
    expect(shapes.length).toBeGreaterThanOrEqual(150);
    expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
    for (const { name, make } of shapes) {
      const { text, secret } = make(seeded(1));
      expect(text, name).toContain(secret);
      expect(secret.length, name).toBeGreaterThanOrEqual(8);
    }
    expect(new Set(innocents()).size).toBeGreaterThanOrEqual(300);
  });

  it("takes out every structural secret, in every place and encoding", () => {
    const { missed, tried } = figures.structural;
    expect(missed.length, `of ${tried}:\n${byEncoding(missed)}`).toBe(0);
  });

  it("takes out 99 % of those that only their name tells", () => {
    const { found, missed, tried } = figures.named;
    expect(found / tried, `${missed.length} of ${tried}:\n${byEncoding(missed)}`).toBeGreaterThanOrEqual(0.99);
  });

  it("leaves 99 % of the innocent look-alikes as they are", () => {
    const { altered, tried } = figures.innocents;
    expect(altered.length / tried, `${altered.length} of ${tried}:\n${tally(altered)}`).toBeLessThanOrEqual(0.01);
  });
});
