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

it("the first error before a time over all pods of a workload, and a link to its line", async () => {
  const story = await openStory(browser, samples.mustGather);
  const { page } = story;
  await story.click(page.locator("a", { hasText: /^logs$/ }).first());
  const lines = page.getByRole("region", { name: "Log lines, oldest first" });
  await lines.getByText(/csi-/).first().waitFor();
  await story.click(page.getByRole("textbox", { name: "Filter lines" }));
  await story.type("level:>=error before:09:24");
  const first = lines.getByRole("link", { name: /^09:23:52\.241 Line 17 of aws-ebs-csi-driver-controller/ });
  await first.waitFor();
  // It is the first of what is left.
  expect(await lines.getByRole("link").first().getAttribute("href")).toBe(await first.getAttribute("href"));
  await story.click(first);
  await page.getByText("940 lines").waitFor();
  await page.getByText(/error retrieving resource lock/).waitFor();
  await story.click(page.locator("#content").getByRole("button", { name: "Copy link" }));
  await expect.poll(() => story.clipboard()).toMatch(/\/csi-attacher\/previous\?line=17$/);
  const sent = await openStory(browser, await story.clipboard());
  await sent.page.getByText("Line 17", { exact: true }).waitFor();
  await sent.page.getByText(/error retrieving resource lock/).waitFor();
  await sent.page.context().close();
  await story.end("The first error before a time, a link to its line");
});
