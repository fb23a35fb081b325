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

it("who listens on this IP", async () => {
  const story = await openStory(browser, samples.mustGather);
  const { page } = story;
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await story.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await story.type("172.30.0.10");
  await page.getByRole("option", { name: /dns-default.*address/s }).waitFor();
  await story.press("Enter");
  const drawer = page.locator("aside");
  await drawer.getByRole("heading", { name: "dns-default" }).waitFor();
  // Who is behind it, by name and address.
  await drawer.getByText(/Who is behind it/).waitFor();
  await expect.poll(() => drawer.getByRole("link", { name: /^dns-default-\w{5}$/ }).count()).toBe(6);
  await story.end("Who listens on this IP");
});
