import { readFile } from "node:fs/promises";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { link, runScript, type Stub } from "./stub-kubin.ts";

// The script of the GitHub Action, as a runner calls it; only `kubin` is played.
const folder = new URL("../../../../infra/automation/github-action/", import.meta.url);
const script = await readFile(new URL("capture.sh", folder), "utf8");
const good: Stub = { code: 0, stdout: `${link}\n`, stderr: `Capturing prod\nOpen ${link}/overview\n` };
const usual = {
  KUBIN_SERVER: "https://kubin.example.com",
  KUBIN_NAME: "ci e2e 7",
  KUBIN_VISIBILITY: "private",
  GITHUB_OUTPUT: "{folder}/output",
  GITHUB_STEP_SUMMARY: "{folder}/summary",
};
const runAction = (stub: Stub | undefined, env: Record<string, string> = {}) =>
  runScript({ script, stub, env: { ...usual, ...env } });
/** The log without lines that the runner swallows. */
const shown = (log: string) =>
  log
    .split("\n")
    .filter((line) => !line.startsWith("::add-mask::"))
    .join("\n");

test("a capture: link in log, output and summary; its options word by word", async () => {
  await using ran = await runAction(good, { KUBIN_ARGS: "--namespace\nmy shop\n--label\na=$(b) *\n" });
  expect(ran.code).toBe(0);
  expect(ran.words).toEqual([
    ...["create", "--server", "https://kubin.example.com", "--name", "ci e2e 7"],
    ...["--namespace", "my shop", "--label", "a=$(b) *"],
  ]);
  expect(ran.log).toContain(`\n${link}\n`);
  expect(ran.log).toContain("Capturing prod");
  expect(ran.log).not.toContain("::warning");
  expect(await ran.file("output")).toBe(`link=${link}\n`);
  expect(await ran.file("summary")).toContain(`](${link})`);
  expect(ran.token).toBe("");
});

test("a partial capture says so and is none the less there", async () => {
  await using ran = await runAction({ ...good, code: 3 });
  expect(ran.code).toBe(0);
  expect(await ran.file("output")).toBe(`link=${link}\n`);
  expect(await ran.file("summary")).toMatch(/partial/);
});

test("a failure is a warning, and the job ends as it would have", async () => {
  await using ran = await runAction({ code: 1, stderr: "error: The API server cannot be reached.\n" });
  expect(ran.code).toBe(0);
  expect(ran.log).toContain("cannot be reached");
  expect(ran.log).toMatch(/::warning title=Kubin::Nothing was captured: .*exit code 1/);
  expect(await ran.file("output")).toBe("");
  expect(await ran.file("summary")).toMatch(/Nothing was captured/);
});

test("a capture that broke off leaves the link of what arrived", async () => {
  await using ran = await runAction({ ...good, code: 130 });
  expect(ran.code).toBe(0);
  expect(await ran.file("output")).toBe(`link=${link}\n`);
  expect(await ran.file("summary")).toMatch(/broke off \(exit code 130\)/);
});

test.each([
  { what: "no kubin", stub: undefined, env: {}, sentence: /no command kubin/ },
  { what: "no server", stub: good, env: { KUBIN_SERVER: "" }, sentence: /names no Kubin server/ },
])("$what: a warning", async ({ stub, env, sentence }) => {
  await using ran = await runAction(stub, env);
  expect(ran.code).toBe(0);
  expect(ran.log).toMatch(sentence);
  expect(await ran.file("summary")).toMatch(sentence);
  expect(await ran.file("output")).toBe("");
});

test.each(["public", ""])(
  "where everybody may read the log (visibility '%s') the link is in the output alone",
  async (visibility) => {
    await using ran = await runAction(good, { KUBIN_VISIBILITY: visibility });
    expect(ran.code).toBe(0);
    const token = link.split("/").at(-1)!;
    expect(shown(ran.log)).not.toContain(token);
    expect(ran.log).toContain(`::add-mask::${link}\n`);
    expect(shown(ran.log)).toContain("Capturing prod");
    expect(ran.log).toMatch(/::warning .*Its link is not shown/);
    expect(await ran.file("summary")).not.toContain(token);
    expect(await ran.file("output")).toBe(`link=${link}\n`);
  },
);

test("with print-link it is shown there too, with a warning", async () => {
  await using ran = await runAction(good, { KUBIN_VISIBILITY: "public", KUBIN_PRINT_LINK: "true" });
  expect(ran.log).toContain(`\n${link}\n`);
  expect(ran.log).toMatch(/::warning .*Everybody may read this log/);
  expect(await ran.file("summary")).toContain(link);
});

test("a token is handed on by the environment alone, and masked", async () => {
  await using ran = await runAction(good, { KUBIN_TOKEN: "t0ken" });
  expect(ran.token).toBe("t0ken");
  expect(ran.words).not.toContain("t0ken");
  expect(shown(ran.log)).not.toContain("t0ken");
});

test("what a cluster says of itself drives neither the runner nor its files", async () => {
  const hostile = "::add-mask::x\n::set-output name=link::evil\n";
  await using ran = await runAction({ code: 1, stdout: "https://evil/\u0022>[x](javascript:1)\n", stderr: hostile });
  const pause = /::stop-commands::(\w{32})\n/.exec(ran.log)?.[1];
  expect(ran.log).toContain(`::stop-commands::${pause}\n${hostile}::${pause}::\n`);
  expect(await ran.file("output")).toBe("");
});

interface Action {
  outputs: Record<string, { value: string }>;
  runs: { steps: Record<string, unknown>[] };
}

test("the action runs the script, also after a failure, and can fail no job", async () => {
  const action = load(await readFile(new URL("action.yml", folder), "utf8")) as Action;
  expect(action.runs.steps).toHaveLength(1);
  expect(action.runs.steps[0]).toMatchObject({ if: "always()", "continue-on-error": true, id: "capture" });
  expect(action.outputs.link?.value).toContain("steps.capture.outputs.link");
  // An expression in the text of a script is code of whoever chose its value.
  expect(action.runs.steps[0]?.run).not.toContain("${{");
});
