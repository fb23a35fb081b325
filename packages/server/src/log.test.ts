import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it("writes JSON lines to stderr alone, without secrets however deep they lie", () => {
  const program = `
    import { createLog } from ${JSON.stringify(new URL("./log.ts", import.meta.url).href)};
    createLog("info").info({ ticket: "SECRET", a: { token: "SECRET", b: { url: "SECRET" } }, key: "kept" }, "said");
  `;
  const args = ["--import", "tsx", "--conditions=@kubin/source", "--input-type=module", "-e", program];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(stdout).toBe("");
  expect(stderr).not.toContain("SECRET");
  expect(JSON.parse(stderr.trim())).toMatchObject({ key: "kept", msg: "said" });
});
