import { readFile } from "node:fs/promises";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { link, runScript, type Stub } from "./stub-kubin.ts";

// The after_script of the GitLab snippet, with a line of the job's own behind it; only `kubin` is played.
interface Snippet {
  ".kubin": { after_script: string[]; artifacts: { reports: Record<string, string> } };
}
const path = new URL("../../../../infra/automation/gitlab-ci.yml", import.meta.url);
const snippet = (load(await readFile(path, "utf8")) as Snippet)[".kubin"];
const script = [...snippet.after_script, 'echo "next: $KUBIN_LINK" >next'].join("\n");
const good: Stub = { code: 0, stdout: `${link}\n`, stderr: `Capturing prod\nOpen ${link}\n` };
const usual = {
  KUBIN_SERVER: "https://kubin.example.com",
  CI_PROJECT_NAME: "shop",
  CI_JOB_NAME: "e2e",
  CI_JOB_ID: "7",
  CI_JOB_STATUS: "failed",
  CI_PROJECT_VISIBILITY: "private",
};
const runSnippet = (stub: Stub | undefined, env: Record<string, string> = {}) =>
  runScript({ script, stub, env: { ...usual, ...env } });

test("a capture: link in log, variable, dotenv and on the job's page", async () => {
  await using ran = await runSnippet(good, { KUBIN_ARGS: "-n team-* --no-logs" });
  expect(ran.code).toBe(0);
  expect(ran.words).toEqual([
    ...["create", "--server", "https://kubin.example.com", "--name", "shop e2e 7", "-n", "team-*", "--no-logs"],
  ]);
  expect(ran.log).toContain(link);
  expect(ran.log).not.toContain("WARNING");
  expect(await ran.file("next")).toBe(`next: ${link}\n`);
  expect(await ran.file(snippet.artifacts.reports.dotenv!)).toBe(`KUBIN_LINK=${link}\n`);
  expect(JSON.parse(await ran.file(snippet.artifacts.reports.annotations!))).toEqual({
    Kubin: [{ external_link: { label: expect.any(String), url: link } }],
  });
});

test.each([
  [
    "it fails",
    { code: 1, stderr: "error: nobody answers\n" },
    /nobody answers\s+WARNING: nothing was captured: .*code 1/,
  ],
  ["it is not installed", undefined, /WARNING: nothing was captured: there is no command kubin/],
  ["it prints no link", { code: 0, stdout: "$(reboot)\n" }, /WARNING: nothing was captured/],
])("where %s, a warning, and the lines after it run", async (_what, stub, sentence) => {
  await using ran = await runSnippet(stub);
  expect(ran.code).toBe(0);
  expect(ran.log).toMatch(sentence);
  expect(await ran.file("next")).toBe("next: \n");
  expect(await ran.file("kubin.env")).toBe("");
});

test("a partial capture leaves its link", async () => {
  await using ran = await runSnippet({ ...good, code: 3 });
  expect(ran.code).toBe(0);
  expect(ran.log).toContain(`(exit code 3): ${link}`);
});

test.each(["public", ""])("in a project of visibility '%s' the link is in the variable alone", async (visibility) => {
  await using ran = await runSnippet(good, { CI_PROJECT_VISIBILITY: visibility });
  expect(ran.code).toBe(0);
  expect(ran.log).not.toContain(link.split("/").at(-1));
  expect(ran.log).toContain("Capturing prod");
  expect(ran.log).toMatch(/WARNING: .*not shown/);
  expect(await ran.file("kubin.env")).toBe("");
  expect(await ran.file("kubin-annotations.json")).toBe("");
  expect(await ran.file("next")).toBe(`next: ${link}\n`);
});

test("with KUBIN_PRINT_LINK it is shown there too, with a warning", async () => {
  await using ran = await runSnippet(good, { CI_PROJECT_VISIBILITY: "public", KUBIN_PRINT_LINK: "true" });
  expect(ran.log).toContain(link);
  expect(ran.log).toMatch(/WARNING: everybody may read/);
});

test("a job that went well is captured on demand only", async () => {
  await using idle = await runSnippet(good, { CI_JOB_STATUS: "success" });
  expect(idle.words).toEqual([]);
  await using always = await runSnippet(good, { CI_JOB_STATUS: "success", KUBIN_WHEN: "always" });
  expect(always.words[0]).toBe("create");
});

test("the job's own identity is the token, where there is no other", async () => {
  await using own = await runSnippet(good, { KUBIN_ID_TOKEN: "id" });
  expect(own.token).toBe("id");
  await using given = await runSnippet(good, { KUBIN_ID_TOKEN: "id", KUBIN_TOKEN: "given" });
  expect(given.token).toBe("given");
});
