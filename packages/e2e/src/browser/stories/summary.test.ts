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

it("what fails, since when, for a ticket", async () => {
  const story = await openStory(browser, samples.lab);
  const { page } = story;
  await page.getByText("5 things fail").waitFor();
  await story.click(page.getByRole("button", { name: "Copy summary as Markdown" }));
  await expect.poll(story.clipboard).toContain("## Failing (5)");
  const summary = await story.clipboard();
  expect(summary).toContain(samples.lab);
  expect(summary).toMatch(/Deployment payments\/checkout.*OOMKilled at 128Mi.*since \d{4}-\d\d-\d\d/);
  expect(summary).toContain("StorageClass fast-missing");
  await story.end("What fails since when, for a ticket");
});
