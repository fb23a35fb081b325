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

it("which pods use this ConfigMap", async () => {
  const story = await openStory(browser, samples.mustGather);
  const { page } = story;
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await story.press(":");
  await page.getByRole("combobox").waitFor();
  await story.type("cm openshift-dns /dns-d");
  await story.press("Enter");
  await page.getByRole("heading", { name: "ConfigMaps" }).waitFor();
  await page.getByRole("link", { name: "dns-default" }).waitFor();
  await story.press("j");
  await story.press("Enter");
  await page.locator("aside").getByRole("heading", { name: "dns-default" }).waitFor();
  await story.press("u");
  const users = page.locator("aside").getByRole("link", { name: /^dns-default-\w{5}$/ });
  await expect.poll(() => users.count()).toBe(6);
  await page.locator("aside").getByRole("link", { name: "dns-default", exact: true }).first().waitFor();
  await story.end("Which pods use this ConfigMap");
});
