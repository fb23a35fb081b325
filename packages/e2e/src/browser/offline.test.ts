import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser } from "./open-browser.ts";

const samples = inject("samples");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it("a page opened first while offline comes with its styles once the network is back", async () => {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  // Nothing is fetched ahead: what is opened offline was never seen.
  await page.addInitScript("window.requestIdleCallback = () => 0");
  await page.goto(samples.lab);
  await page.getByText("5 things fail").waitFor();
  await context.setOffline(true);
  await page.getByRole("link", { name: /^Certificates/ }).click();
  await page.getByRole("heading", { name: "You are offline" }).waitFor();
  await context.setOffline(false);
  await page.getByRole("heading", { name: "Certificates", level: 1 }).waitFor();
  // What only the styles of that page tell: its text has the width of a column.
  const intro = page.getByText(/^X\.509 certificates found/);
  expect(await intro.evaluate((element) => getComputedStyle(element).maxWidth)).not.toBe("none");
  await context.close();
});
