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

it("opened on a phone at night: what fails, why, and the proof", async () => {
  const story = await openStory(browser, samples.lab, { width: 390, theme: "dark" });
  const { page } = story;
  await page.getByText("5 things fail").waitFor();
  await page.getByText(/OOMKilled at 128Mi: app exited 137/).waitFor();
  await story.click(page.getByRole("link", { name: "payments/checkout" }));
  await page.getByRole("heading", { name: "checkout" }).waitFor();
  await story.click(page.getByRole("link", { name: "checkout-7f67dc9c78-n756r" }));
  await page.getByText(/Why is it not running/).waitFor();
  await page
    .getByText(/OOMKilled/)
    .first()
    .waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  await story.end("Opened on a phone");
});
