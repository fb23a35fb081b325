import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser, openPage } from "./open-browser.ts";

const samples = inject("samples");
const width = 390;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

async function openRows(path: string) {
  const { page } = await openPage(browser, { width, theme: "light" });
  await page.goto(`${samples.mustGather}${path}`);
  const rows = page.locator("tr[data-index]:has(a, time)");
  await rows.first().waitFor();
  return { page, rows: await rows.all() };
}

/** How far the age of a row reaches, where nothing cuts it. */
async function endOf(row: Locator): Promise<number> {
  return row
    .locator("time")
    .last()
    .evaluate((time) => {
      const line = time.closest("td")?.getBoundingClientRect();
      const own = time.getBoundingClientRect();
      return own.width > 0 && line && own.top < line.bottom && own.right <= line.right ? own.right : Number.NaN;
    });
}

it("events say when and in which namespace", async () => {
  const { page, rows } = await openRows("/events");
  for (const row of rows) expect(await endOf(row)).toBeLessThanOrEqual(width);
  await page.locator("tr[data-index] td:nth-of-type(2) > span:first-child > bdi").first().waitFor();
  await page.context().close();
});

it("pods show their age beside long namespaces and reasons", async () => {
  const { page, rows } = await openRows("/r/core/pods");
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) expect(await endOf(row)).toBeLessThanOrEqual(width);
  await page.context().close();
});
