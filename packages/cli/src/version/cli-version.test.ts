import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { cliVersion } from "./cli-version.ts";

test("is the version of the package", async () => {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  expect(JSON.parse(text)).toMatchObject({ version: cliVersion });
});
