import type { Browser, CDPSession } from "playwright-core";
import type { AppPage } from "../../src/browser/every-page/all-pages.ts";
import type { Figure } from "./figure.ts";
import { openCold } from "./open-cold.ts";
import { memoryFigure } from "./own-memory.ts";

const megabyte = 1024 * 1024;

/** What moves on each page after it was shown, then the memory of a walk through them. */
export async function tour(browser: Browser, link: string, stops: readonly AppPage[]): Promise<Figure[]> {
  return [await shiftsOf(browser, link, stops), ...(await walkWithin(browser, link, stops))];
}

/** Every page opened by its address. */
async function shiftsOf(browser: Browser, link: string, stops: readonly AppPage[]): Promise<Figure> {
  await using cold = await openCold(browser);
  const { page } = cold;
  const shifts: number[] = [];
  for (const { path, shows } of stops) {
    await page.goto(link + path);
    await page.evaluate(([text]) => window.kubinProbe.painted("body", text ?? ""), [shows.source]);
    await page.waitForLoadState("networkidle");
    const seen = await page.evaluate(() => window.kubinProbe.shifts.filter(({ afterInput }) => !afterInput));
    shifts.push(seen.reduce((sum, { value }) => sum + value, 0));
    for (const { value, what } of seen) console.log(`  moved: ${path || "/"} ${value.toFixed(4)}: ${what}`);
  }
  return { name: "layout shift of a page", values: shifts, unit: "", aim: { most: 0, of: "max" } };
}

/** The same pages in a tab of their own without a reload between them, as one walks: nothing is freed that the app holds. */
async function walkWithin(browser: Browser, link: string, stops: readonly AppPage[]): Promise<Figure[]> {
  await using cold = await openCold(browser);
  const { page, cdp } = cold;
  await page.goto(link);
  const own: Figure[] = [];
  for (const { path, shows } of stops) {
    await page.evaluate((to) => {
      history.pushState(null, "", to);
      dispatchEvent(new PopStateEvent("popstate"));
    }, link + path);
    await page.evaluate(([text]) => window.kubinProbe.painted("body", text ?? ""), [shows.source]);
    await page.waitForLoadState("networkidle");
    own.push(await memoryFigure(browser));
  }
  const used = await heapBytes(cdp);
  await cdp.send("HeapProfiler.collectGarbage");
  const kept = await heapBytes(cdp);
  const { nodes, jsEventListeners } = await cdp.send("Memory.getDOMCounters");
  return [
    { name: "JavaScript heap after the walk", values: [used / megabyte], unit: "MB" },
    {
      name: "the same after a collection",
      values: [kept / megabyte],
      unit: "MB",
      note: `${nodes} nodes, ${jsEventListeners} listeners`,
    },
    { ...(await memoryFigure(browser)), values: own.flatMap(({ values }) => values), note: "at each stop" },
  ];
}

async function heapBytes(cdp: CDPSession): Promise<number> {
  await cdp.send("Performance.enable");
  const { metrics } = await cdp.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN;
}
