import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser } from "../open-browser.ts";
import { openStory } from "./open-story.ts";

const samples = inject("samples");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it("pods of one node that restarted, their names copied", async () => {
  const story = await openStory(browser, `${samples.mustGather}/r/core/pods`);
  const { page } = story;
  await page.getByText("239").first().waitFor();
  await page.getByRole("link", { name: /^ingress-operator/ }).waitFor();
  await story.press("/");
  await story.type("node:195-177 restarts:>0");
  const shown = 27;
  await page.getByText(`${shown} of 239`, { exact: true }).waitFor();
  await story.press("Enter");
  await story.press("Control+a");
  await page.getByText(`${shown} selected`).waitFor();
  await story.click(page.getByRole("button", { name: "Copy names" }));
  await expect.poll(async () => (await story.clipboard()).split("\n").length).toBe(shown);
  const names = (await story.clipboard()).split("\n");
  expect(names).toContain("sdn-controller-tv4rs");
  expect(new Set(names).size).toBe(names.length);
  await story.end("Pods of one node that restarted, names copied");
});
