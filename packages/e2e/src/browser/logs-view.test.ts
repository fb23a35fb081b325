import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser } from "./open-browser.ts";

const samples = inject("samples");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const logs = "log=apps/deployments/openshift-apiserver/apiserver";

// The logs stand at the lower edge of the window: below the button there is less room than the panel takes.
it.each([900, 500])("all of the logs' View menu can be clicked in a window %i px high", async (height) => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height } })).newPage();
  await page.goto(`${samples.mustGather}/events?${logs}`);
  await page.getByRole("region", { name: "Logs" }).getByRole("button", { name: "View" }).click();
  const panel = page.getByRole("dialog", { name: "View" });
  for (const name of ["Copy link", "Download"]) {
    const button = panel.getByRole("button", { name });
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    expect(box && box.y + box.height).toBeLessThan(height);
    // Nothing lies over it either.
    await button.click({ trial: true });
  }
  const box = await panel.boundingBox();
  expect(box?.y).toBeGreaterThan(0);
  expect(box && box.y + box.height).toBeLessThan(height);
  await page.context().close();
});
