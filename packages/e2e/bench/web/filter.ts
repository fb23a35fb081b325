import type { Browser } from "playwright-core";
import type { Figure } from "./figure.ts";
import { openCold } from "./open-cold.ts";
import { memoryFigure } from "./own-memory.ts";

const words = ["paymen", "checko", "catalo", "parcel"];

/** A word typed letter by letter over 50,000 rows: each key until its letter shows and until the rows it leaves show. */
export async function filter(browser: Browser, url: string): Promise<Figure[]> {
  const letters: number[] = [];
  const rows: number[] = [];
  const tasks: number[] = [];
  await using cold = await openCold(browser);
  const { page } = cold;
  await page.goto(url);
  await page.locator("#content").getByText("50,000").first().waitFor();
  await page.waitForLoadState("networkidle");
  const box = page.locator("#content").getByRole("textbox").first();
  for (const word of words) {
    await box.fill("");
    await page.evaluate(() => window.kubinProbe.settled("#content", 500));
    await box.focus();
    await page.evaluate(() => {
      window.kubinProbe.longTasks.length = 0;
    });
    for (const letter of word) {
      const watched = await page.evaluateHandle(() => {
        const letter = new Promise<number>((resolve) => {
          const typed = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
          addEventListener("input", typed, { once: true, capture: true });
        });
        return { letter, rows: window.kubinProbe.settled("#content", 600) };
      });
      await page.keyboard.press(letter);
      const ms = await watched.evaluate(async (at) => {
        const { inputAt } = window.kubinProbe;
        return { letter: (await at.letter) - inputAt, rows: (await at.rows) - inputAt };
      });
      letters.push(ms.letter);
      rows.push(Math.max(ms.rows, ms.letter));
    }
    tasks.push(...(await page.evaluate(() => window.kubinProbe.longTasks.map(([, ms]) => ms))));
  }
  const aim = { most: 50, of: "p95" as const };
  return [
    { name: "key to its letter painted", values: letters, unit: "ms", aim },
    { name: "key to the rows it leaves painted", values: rows, unit: "ms", aim },
    { name: "tasks over 50 ms meanwhile", values: [tasks.length], unit: "tasks", note: taskNote(tasks) },
    await memoryFigure(browser),
  ];
}

/** The longest of them, in words. */
export function taskNote(tasks: readonly number[]): string {
  return tasks.length === 0 ? "none" : `longest ${Math.max(...tasks).toFixed(0)} ms`;
}
