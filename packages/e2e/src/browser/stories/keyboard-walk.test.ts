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

it("from a failing deployment to its pod, to its node and back, without a mouse", async () => {
  const story = await openStory(browser, samples.lab);
  const { page } = story;
  await page.getByText("5 things fail").waitFor();
  await story.press(":");
  await page.getByRole("combobox").waitFor();
  await story.type("deploy");
  await story.press("Enter");
  await page.getByRole("heading", { name: "Deployments" }).waitFor();
  await page.getByRole("link", { name: "checkout", exact: true }).waitFor();
  // Trouble sorts first.
  await story.press("j");
  await story.press("Enter");
  const drawer = page.locator("aside");
  await drawer.getByRole("heading", { name: "checkout" }).waitFor();
  const pod = drawer.getByRole("link", { name: /^checkout-7f67dc9c78-n756r$/ });
  await pod.waitFor();
  for (let tabs = 0; tabs < 40 && !(await pod.evaluate((link) => link === document.activeElement)); tabs++) {
    await story.press("Tab");
  }
  await story.press("Enter");
  await drawer.getByRole("heading", { name: /^checkout-7f67dc9c78/ }).waitFor();
  await drawer
    .getByText(/OOMKilled/)
    .first()
    .waitFor();
  await story.press("n");
  await drawer.getByRole("heading", { name: /^node-\d$/ }).waitFor();
  await story.back();
  await drawer.getByRole("heading", { name: /^checkout-7f67dc9c78/ }).waitFor();
  await story.back();
  await drawer.getByRole("heading", { name: "checkout", exact: true }).waitFor();
  await story.press("Escape");
  await expect.poll(() => drawer.count()).toBe(0);
  await page.getByRole("heading", { name: "Deployments" }).waitFor();
  await story.end("From a deployment to pod, node and back by keys");
});
