import type { Browser, CDPSession, Page } from "playwright-core";
import type { AppPage } from "../../src/browser/all-pages.ts";
import type { Figure } from "./figure.ts";
import { openCold } from "./open-cold.ts";
import { memoryFigure } from "./own-memory.ts";

const megabyte = 1024 * 1024;

/** A walk over every page in one tab, each page opened by its address: what moved after it was shown, and the memory at the end. */
export async function tour(browser: Browser, link: string, stops: readonly AppPage[]): Promise<Figure[]> {
  await using cold = await openCold(browser);
  const { page, cdp } = cold;
  const shifts: number[] = [];
  const moved: string[] = [];
  for (const { path, shows } of stops) {
    await page.goto(link + path);
    await page.evaluate(([text]) => window.kubinProbe.painted("body", text ?? ""), [shows.source]);
    await page.waitForLoadState("networkidle");
    const seen = await page.evaluate(() => window.kubinProbe.shifts.filter(({ afterInput }) => !afterInput));
    shifts.push(seen.reduce((sum, { value }) => sum + value, 0));
    for (const { value, what } of seen) moved.push(`${path || "/"} ${value.toFixed(4)}: ${what}`);
  }
  for (const line of moved) console.log(`  moved: ${line}`);
  return [
    { name: "layout shift of a page", values: shifts, unit: "", aim: { most: 0, of: "max" } },
    ...(await walkWithin({ page, cdp, browser }, link, stops)),
  ];
}

/** The same pages without a reload between them, as one walks: nothing is freed that the app holds. */
async function walkWithin(
  { page, cdp, browser }: { page: Page; cdp: CDPSession; browser: Browser },
  link: string,
  stops: readonly AppPage[],
): Promise<Figure[]> {
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
