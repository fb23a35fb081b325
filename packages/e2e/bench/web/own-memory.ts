import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import type { Figure } from "./figure.ts";

/** What the process of the open page has for itself right now. */
export async function memoryFigure(browser: Browser): Promise<Figure> {
  const megabytes = (await ownBytes(browser)) / 1024 / 1024;
  const aim = { most: 300, of: "max" } as const;
  return { name: "private memory of the page's process", values: [megabytes], unit: "MB", aim };
}

/** Of the largest renderer: memory that no other process shares (Linux). */
async function ownBytes(browser: Browser): Promise<number> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
  await cdp.detach();
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === "renderer").map(({ id }) => privateBytes(id)),
  );
  return Math.max(...sizes);
}

async function privateBytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce((sum, [, kb]) => sum + Number(kb) * 1024, 0);
}
