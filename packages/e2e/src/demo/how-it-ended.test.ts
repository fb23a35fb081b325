import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { root } from "../testbed/processes.ts";

test.each([
  ["0, null", "by itself (exit code 0)."],
  ['null, "SIGTERM"', "by SIGTERM."],
  ["1, null", "by itself (exit code 1); the reason is above."],
])("the demo says of a server that ended with (%s): %s", (how, words) => {
  const script = `import { howItEnded } from "./scripts/how-it-ended.mjs"; process.stdout.write(howItEnded(${how}));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: root });
  expect(said.toString()).toBe(words);
});
