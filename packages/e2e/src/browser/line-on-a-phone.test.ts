import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser } from "./open-browser.ts";

const samples = inject("samples");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const log = "/logs/openshift-apiserver/apiserver-5647477f76-zxzjs/openshift-apiserver-check-endpoints/current";

// Each line of this log takes up to eleven rows on a phone, so its neighbours alone fill the screen.
it.each([10, 52])("the link to line %i shows it on a phone", async (line) => {
  const screen = { width: 390, height: 844 };
  const page = await (await browser.newContext({ viewport: screen, hasTouch: true })).newPage();
  await page.goto(`${samples.mustGather}${log}?line=${line}`);
  const row = page.locator(`[data-line="${line - 1}"]`);
  await expect
    .poll(async () => {
      const box = await row.boundingBox();
      return box !== null && box.y > 0 && box.y + box.height <= screen.height;
    })
    .toBe(true);
  await page.context().close();
});
