import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { root } from "../../testbed/processes.ts";
import { openPage } from "../open-browser.ts";

/** A reader at work: every click, every key is counted. */
export interface Story {
  page: Page;
  click(target: Locator): Promise<void>;
  /** One key, `Control+k` counts as one. */
  press(key: string): Promise<void>;
  /** Letter by letter, each a key. */
  type(text: string): Promise<void>;
  /** Alt and the left arrow: the browser's own key, which a headless one does not have. */
  back(): Promise<void>;
  clipboard(): Promise<string>;
  /** The page did nothing it must not do, and took as many clicks and keys as `docs/stories.md` says. */
  end(title: string): Promise<void>;
}

export async function openStory(
  browser: Browser,
  link: string,
  screen: { width: number; theme: "light" | "dark" } = { width: 1600, theme: "light" },
): Promise<Story> {
  const { page, complaints } = await openPage(browser, screen);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  let clicks = 0;
  let keys = 0;
  await page.goto(link);
  return {
    page,
    async click(target) {
      clicks++;
      await target.click();
    },
    async press(key) {
      keys++;
      await page.keyboard.press(key);
    },
    async type(text) {
      keys += [...text].length;
      await page.keyboard.type(text);
    },
    async back() {
      keys++;
      await page.goBack();
    },
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    async end(title) {
      expect({ clicks, keys }).toEqual(await costOf(title));
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  };
}

/** Clicks and keys of a story as its row of the table says: | title | clicks | keys | … */
async function costOf(title: string): Promise<{ clicks: number; keys: number }> {
  const text = await readFile(join(root, "docs/stories.md"), "utf8");
  const rows = text.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const row = rows.find(([, name]) => name === title);
  if (!row) throw new Error(`docs/stories.md has no row "${title}"`);
  const [, , clicks, keys] = row;
  return { clicks: Number(clicks), keys: Number(keys) };
}
