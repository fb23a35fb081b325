import type { Browser } from "playwright-core";
import type { Figure } from "./figure.ts";
import { openCold } from "./open-cold.ts";
import { memoryFigure } from "./own-memory.ts";

const keys = 40;

/**
 * The least these measurements can show on this machine at this hour: a page of the same server without a script,
 * one text field that shows its letters, one button that changes a word, 5,000 lines that the browser scrolls alone.
 */
export async function baseline(browser: Browser, server: string): Promise<Figure[]> {
  const loads: number[] = [];
  for (let run = 0; run < 10; run++) {
    await using cold = await openCold(browser);
    await cold.page.goto(`${server}/healthz`, { waitUntil: "commit" });
    loads.push(await cold.page.evaluate(() => window.kubinProbe.painted("body", ".")));
  }
  await using cold = await openCold(browser);
  const { page } = cold;
  await page.goto(`${server}/healthz`);
  await page.evaluate(() => {
    const input = Object.assign(document.createElement("input"), { id: "field" });
    const output = Object.assign(document.createElement("p"), { id: "shown" });
    input.addEventListener("input", () => {
      output.textContent = input.value;
    });
    const lines = document.createElement("pre");
    lines.textContent = Array.from({ length: 5_000 }, (_, at) => `line ${at} of a text without any script`).join("\n");
    document.body.replaceChildren(input, output, lines);
  });
  await page.locator("#field").focus();
  const typed: number[] = [];
  for (let key = 0; key < keys; key++) {
    const watched = await page.evaluateHandle(() => ({ at: window.kubinProbe.settled("#shown", 100) }));
    await page.keyboard.press("a");
    typed.push(await watched.evaluate(async ({ at }) => (await at) - window.kubinProbe.inputAt));
  }
  const frames = await page.evaluateHandle(() => window.kubinProbe.frames());
  await page.mouse.move(400, 400);
  for (let turn = 0; turn < 200; turn++) await page.mouse.wheel(0, 300);
  const gaps = await frames.evaluate((running) => running.stop());
  return [
    { name: "a page without script: painted", values: loads, unit: "ms" },
    { name: "key to its letter painted", values: typed, unit: "ms" },
    { name: "plain text scrolled: between frames", values: gaps, unit: "ms" },
    await memoryFigure(browser),
  ];
}
