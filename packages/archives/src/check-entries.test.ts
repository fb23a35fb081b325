import { expect, it } from "vitest";
import type { BundleEntry } from "./bundle-source.ts";
import { checkEntries } from "./check-entries.ts";
import { problemLog } from "./problem-log.ts";

async function* nothing(): AsyncGenerator<Uint8Array> {}

it("ends after a million entries, and tells it", async () => {
  async function* endless(): AsyncGenerator<BundleEntry> {
    for (let n = 0; ; n++) yield { path: `${n}`, kind: "file", size: 0, content: nothing };
  }
  const problems = problemLog();
  let count = 0;
  for await (const _ of checkEntries(endless(), { problems, signal: undefined })) count++;
  expect(count).toBe(1_000_000);
  expect(problems.all()).toMatchObject([
    { kind: "cut", path: "", detail: "Only the first 1000000 entries were read." },
  ]);
});
