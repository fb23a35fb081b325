import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser } from "./open-browser.ts";

const samples = inject("samples");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** A page whose part of that name has not come; what is called lets it come. */
async function withoutPart(name: string): Promise<{ page: Page; letCome: () => void }> {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
  let letCome = () => {};
  const held = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(new RegExp(`/assets/${name}-[^/]+\\.js$`), async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${samples.mustGather}/r/apps/deployments`);
  await page.getByRole("row").nth(2).waitFor();
  return { page, letCome };
}

it("a command typed before the palette is there is the command that runs", async () => {
  const { page, letCome } = await withoutPart("palette");
  // d, y, l, and j among others have meanings of their own on the page behind.
  await page.keyboard.type(":daemonsets");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("combobox", { name: "Search everything" }).inputValue()).toBe(":daemonsets");
  expect(new URL(page.url()).pathname).toMatch(/\/r\/apps\/deployments$/);
  letCome();
  await page.waitForURL(/\/r\/apps\/daemonsets/);
  await page.context().close();
});

it("what is typed before the palette is there is looked for, and what follows is added", async () => {
  const { page, letCome } = await withoutPart("palette");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("apis");
  letCome();
  await page.getByRole("option").first().waitFor();
  await page.keyboard.type("erver");
  expect(await page.getByRole("combobox", { name: "Search everything" }).inputValue()).toBe("apiserver");
  await page
    .getByRole("option", { name: /openshift-apiserver/ })
    .first()
    .waitFor();
  await page.context().close();
});

it("the letters of a namespace typed before the choices are there choose it", async () => {
  const { page, letCome } = await withoutPart("namespace-choices");
  await page.keyboard.press("N");
  await page.keyboard.type("openshift-apiserver");
  letCome();
  await page.getByRole("checkbox", { name: "openshift-apiserver", exact: true }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/ns=openshift-apiserver$/);
  // Opened again it begins anew.
  await page.keyboard.press("Escape");
  await page.keyboard.press("N");
  expect(await page.getByRole("textbox", { name: "Find a namespace" }).inputValue()).toBe("");
  await page.context().close();
});
