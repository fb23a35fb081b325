import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendRule } from "./append-rule.ts";
import { projectRules } from "./project-config.ts";

let path = "";
beforeAll(async () => {
  path = join(await mkdtemp(join(tmpdir(), "kubin-rules-")), ".kubin.yaml");
});
afterAll(() => rm(join(path, ".."), { recursive: true, force: true }));

const item = { name: "ticket", pattern: "TICKET-[0-9]+" };

test("a file is made where there is none", async () => {
  await appendRule({ path, section: "rules", item });
  await appendRule({ path, section: "exceptions", item: { rule: "jwt", keys: ["a", "b*"] } });
  expect(await projectRules({ path, text: await readFile(path, "utf8") })).toEqual({
    rules: [item],
    exceptions: [{ rule: "jwt", keys: ["a", "b*"] }],
  });
});

test.each([
  [
    "a section that is there",
    "# ours\nredaction:\n  # why\n  rules:\n  - name: old # kept\n    keys: [x]\n",
    ["# ours", "# why", "# kept"],
  ],
  [
    "more indent",
    "redaction:\n    rules:\n        # note\n        - name: old\n          keys: [x]\n    exceptions: []\n",
    ["# note"],
  ],
  ["another section", "redaction: # here\n  exceptions:\n    - keys: [y] # y is public\n", ["# here", "# y is public"]],
  ["comments alone", "# to be filled\n", ["# to be filled"]],
])("comments stay: %s", async (_, text, comments) => {
  await writeFile(path, text);
  const before = await projectRules({ path, text });
  const rules = await appendRule({ path, section: "rules", item });
  const after = await readFile(path, "utf8");
  expect(rules).toEqual({ ...before, rules: [item, ...before.rules] });
  expect(await projectRules({ path, text: after })).toEqual(rules);
  for (const comment of comments) expect(after).toContain(comment);
});

test.each([
  "redaction: {rules: [{name: old, keys: [x]}]}\n",
  "redaction:\n  rules: []\n",
  '"redaction":\n  rules:\n  - {name: a, keys: [b]}\n',
])("a style that cannot be added to is written anew: %j", async (text) => {
  await writeFile(path, text);
  const before = await projectRules({ path, text });
  const rules = await appendRule({ path, section: "rules", item });
  expect(rules.rules).toEqual([item, ...before.rules]);
  expect(await projectRules({ path, text: await readFile(path, "utf8") })).toEqual(rules);
});

test.each([{ name: "Not Good", pattern: "x" }, { name: "nothing" }, { name: "empty", keys: [] }])(
  "what is wrong is told and not written: %j",
  async (wrong) => {
    const text = "redaction:\n  rules:\n    - {name: old, keys: [x]}\n";
    await writeFile(path, text);
    await expect(appendRule({ path, section: "rules", item: wrong })).rejects.toMatchObject({ code: "BAD_INPUT" });
    expect(await readFile(path, "utf8")).toBe(text);
  },
);
