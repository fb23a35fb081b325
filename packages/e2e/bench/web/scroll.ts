import type { Browser, Page } from "playwright-core";
import { type Figure, percentile } from "./figure.ts";
import { taskNote } from "./filter.ts";
import { openCold } from "./open-cold.ts";
import { memoryFigure } from "./own-memory.ts";

const wheelMs = 10_000;
const drags = 8;
const keys = ["PageDown", "PageDown", "ArrowDown", "End", "PageUp", "Home", "PageDown", "End", "Home"];

/** The wheel for ten seconds, the scroll bar dragged to and fro, keys: long tasks, and how even the frames come. */
export async function scroll(
  browser: Browser,
  place: { name: string; url: string; shows: RegExp; scroller: string },
): Promise<Figure[]> {
  await using cold = await openCold(browser);
  const { page } = cold;
  await page.goto(place.url);
  await page.evaluate(([text]) => window.kubinProbe.painted("body", text ?? ""), [place.shows.source]);
  await page.waitForLoadState("networkidle");
  const scroller = page.locator(place.scroller).first();
  const box = await scroller.boundingBox();
  if (!box) throw new Error(`${place.name}: nothing scrolls`);
  const ways: [string, () => Promise<void>][] = [
    ["wheel", () => wheel(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 })],
    ["scroll bar", () => dragBar(page, box)],
    ["keys", () => pressKeys(page, place.scroller)],
  ];
  const figures: Figure[] = [];
  for (const [way, move] of ways) {
    await page.evaluate(() => {
      window.kubinProbe.longTasks.length = 0;
    });
    const frames = await page.evaluateHandle(() => window.kubinProbe.frames());
    await move();
    const gaps = await frames.evaluate((running) => running.stop());
    const tasks = await page.evaluate(() => window.kubinProbe.longTasks.map(([, ms]) => ms));
    figures.push(
      {
        name: `${place.name}, ${way}: tasks over 50 ms`,
        values: [tasks.length],
        unit: "tasks",
        aim: { most: 0, of: "max" },
        note: taskNote(tasks),
      },
      { name: `${place.name}, ${way}: between frames`, values: gaps, unit: "ms", note: late(gaps) },
    );
  }
  return [...figures, await memoryFigure(browser)];
}

function late(gaps: readonly number[]): string {
  const share = gaps.filter((gap) => gap > 34).length / Math.max(1, gaps.length);
  return `${(share * 100).toFixed(1)} % over 34 ms, p99 ${percentile(gaps, 0.99).toFixed(0)} ms`;
}

/** Notches of a wheel as fast as fingers are, now slow, now with a swing, down and sometimes back. */
async function wheel(page: Page, at: { x: number; y: number }): Promise<void> {
  await page.mouse.move(at.x, at.y);
  const end = performance.now() + wheelMs;
  for (let turn = 0; performance.now() < end; turn++) {
    const fast = Math.floor(turn / 60) % 2 === 1;
    const back = Math.floor(turn / 90) % 4 === 3;
    await page.mouse.wheel(0, (fast ? 1200 : 120) * (back ? -1 : 1));
  }
}

/** The bar is as wide as the platform makes it; its middle is hit 5 px from the edge. */
async function dragBar(page: Page, box: { x: number; y: number; width: number; height: number }): Promise<void> {
  const x = box.x + box.width - 5;
  for (let drag = 0; drag < drags; drag++) {
    const from = drag % 2 === 0 ? 12 : box.height - 20;
    const to = drag % 2 === 0 ? box.height - 20 : 12;
    await page.mouse.move(x, box.y + from);
    await page.mouse.down();
    await page.mouse.move(x, box.y + to, { steps: 40 });
    await page.mouse.up();
  }
}

async function pressKeys(page: Page, scroller: string): Promise<void> {
  await page.locator(scroller).first().focus();
  for (const key of keys) {
    for (let times = 0; times < 6; times++) await page.keyboard.press(key);
  }
}
