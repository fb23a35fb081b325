import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser } from "./open-browser.ts";

const samples = inject("samples");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const script = /\/assets\/index-[^/]+\.js$/;

it("the page of a link is asked for while its code is on the way, and only once", async () => {
  const page = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  const early: string[] = [];
  page.on("request", (request) => {
    const [, names] = /\/trpc\/([^?]+)/.exec(request.url()) ?? [];
    if (names) asked.push(...names.split(","));
  });
  // The code comes only once the answers did: what is asked until then was asked without it.
  const answered = Promise.all(
    ["metadata.open", "metadata.kinds", "analytics.overview"].map((name) =>
      page.waitForResponse((answer) => answer.url().includes(`/trpc/${name}`)),
    ),
  );
  await page.route(script, async (route) => {
    await answered;
    early.push(...asked);
    await route.continue();
  });
  await page.goto(samples.mustGather);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(early.sort()).toEqual(["analytics.overview", "metadata.kinds", "metadata.open"]);
  for (const name of early) expect(asked.filter((one) => one === name)).toEqual([name]);
  await page.context().close();
});
