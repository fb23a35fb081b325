import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser, openPage } from "./open-browser.ts";

const samples = inject("samples");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

async function open(words: string, width = 1440): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser, { width, theme: "light" });
  await opened.page.goto(`${samples.mustGather}/logs${words}`);
  return opened;
}

const word = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const rows = (page: Page) => page.getByRole("region", { name: "Lines that match" }).getByRole("listitem");

it("holds ten thousand lines, of which only those in view exist", async () => {
  const { page, complaints } = await open("?show=lines&order=oldest");
  await rows(page).first().waitFor();
  let seen = 0;
  for (let step = 0; step < 600 && seen < 10_000; step++) {
    await page.keyboard.press("End");
    await page.waitForTimeout(100);
    expect(await rows(page).count()).toBeLessThan(120);
    seen = Number(await rows(page).last().getAttribute("data-index"));
  }
  expect(seen).toBeGreaterThanOrEqual(10_000);
  await page.keyboard.press("Home");
  await page.locator("[data-index='0']").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

it("goes from a burst to the lines around one of them", async () => {
  const { page, complaints } = await open("?q=level:error");
  await rows(page).first().waitFor();
  const bars = page.getByRole("slider", { name: /^Lines over time/ });
  const box = await bars.boundingBox();
  if (!box) throw new Error("The bars have no place.");
  await page.mouse.move(box.x + box.width * 0.6, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => word(page, "q")).toMatch(/^level:error after:\S+Z before:\S+Z$/);
  await page.getByRole("button", { name: "All times" }).click();
  await expect.poll(() => word(page, "q")).toBe("level:error");
  const fields = page.getByRole("complementary", { name: "Filter by field" });
  const answered = page.waitForResponse((response) => /query\.searchLogs.*namespace/.test(response.url()));
  await fields
    .getByRole("button", { name: /^openshift-/ })
    .first()
    .click();
  await expect.poll(() => word(page, "q")).toMatch(/^level:error namespace:openshift-\S+$/);
  // Until then the lines of the query before are shown: a key would move among what goes away.
  await answered;
  await page.getByRole("region", { name: "Lines that match" }).locator('[aria-busy="false"]').waitFor();
  await page.getByText(/lines? in/).waitFor();
  await page.keyboard.press("j");
  await page.locator("[data-row]:focus").waitFor();
  await page.keyboard.press("Enter");
  const details = page.getByRole("region", { name: /^Details of line/ });
  await details.getByRole("button", { name: "All of the pod" }).click();
  await details.getByRole("region", { name: "All of the pod" }).waitFor();
  await details.getByRole("button", { name: "Show container as a column" }).click();
  await expect.poll(() => word(page, "cols")).toBe("container");
  await page.keyboard.press("o");
  await expect.poll(() => new URL(page.url()).pathname).toMatch(/\/logs\/openshift-/);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it("completes a query from what the logs hold", async () => {
  const { page, complaints } = await open("");
  await page.getByRole("heading", { name: "All logs" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("conta");
  await page.getByRole("option", { name: /^container:/ }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type("csi-att");
  await page.getByRole("option", { name: /^csi-attacher/ }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => word(page, "q")).toBe("container:csi-attacher");
  await rows(page).first().waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

it("hands all lines that match out as a file", async () => {
  const { page } = await open("?q=container:csi-attacher+is:previous");
  await rows(page).first().waitFor();
  await page.getByRole("button", { name: "Export" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Original lines" }).click();
  const text = await readFile(await (await coming).path(), "utf8");
  expect(text.split("\n").length).toBeGreaterThan(900);
  await page.context().close();
});

it("has its fields in a sheet on a phone", async () => {
  const { page, complaints } = await open("?q=level:error", 390);
  await rows(page).first().waitFor();
  await page.getByRole("button", { name: "Filter by field" }).click();
  const sheet = page.getByRole("dialog", { name: "Filter by field" });
  await sheet
    .getByRole("button", { name: /^Leave out namespace:/ })
    .first()
    .click();
  await expect.poll(() => word(page, "q")).toMatch(/^level:error -namespace:/);
  await sheet.getByRole("button", { name: "Done" }).click();
  await rows(page).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(complaints).toEqual([]);
  await page.context().close();
});
