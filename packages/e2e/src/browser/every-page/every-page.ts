import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, openPage } from "../open-browser.ts";
import { type AppPage, allPages, openAppPage } from "./all-pages.ts";

const patience = { timeout: 10_000, interval: 250 };

interface Look {
  /** Pixels of the screen. */
  width: number;
  /** Whether it is asked for accessibility, in both themes. */
  accessible: boolean;
}

/** Every page of the app on one screen. A file of its own for each width, so that two run side by side. */
export function describeEveryPage(look: Look): void {
  describe(`at ${look.width} px`, () => everyPage(look));
}

function everyPage({ width, accessible }: Look): void {
  const samples = inject("samples");
  // One browser profile for all of them: what is told apart is told from page to page.
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    browser = await openBrowser();
    ({ page, complaints } = await openPage(browser, { width, theme: "light" }));
  });
  afterAll(() => browser?.close());

  async function expectSound({ refused }: { refused?: boolean | undefined } = {}): Promise<void> {
    if (accessible) await expectAccessible();
    expect(await page.evaluate("document.documentElement.scrollWidth > window.innerWidth")).toBe(false);
    expect(complaints.filter((one) => !(refused && one.includes("status of 404")))).toEqual([]);
  }

  async function expectAccessible(): Promise<void> {
    // Asked again: a page in the midst of a change (older answers pale, colours on their way) is no finding.
    await expect.poll(() => violations(), patience).toEqual([]);
    // What does not depend on colours is the same in the dark.
    await page.emulateMedia({ colorScheme: "dark" });
    await page.locator("html[data-mantine-color-scheme=dark]").waitFor();
    await expect.poll(() => violations(["color-contrast", "link-in-text-block"]), patience).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
  }

  async function violations(rules?: string[]): Promise<string[]> {
    // The other mode is for frames, of which the app has none, and opens a page of its own each time.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
    const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  }

  it.each(allPages.map((one): [string, AppPage] => [one.name, one]))(
    "%s: sound, quiet, no wider than the screen",
    async (_name, one) => {
      complaints.length = 0;
      await openAppPage(page, samples.mustGather, one);
      await expectSound(one);
    },
  );

  it("a cluster in which things fail: sound, quiet, no wider than the screen", async () => {
    complaints.length = 0;
    await openAppPage(page, samples.lab, { name: "lab", path: "", shows: /5 things fail/ });
    await expectSound();
  });

  it("snapshots: sound, quiet, no wider than the screen", async () => {
    complaints.length = 0;
    await openAppPage(page, samples.url, { name: "snapshots", path: "", shows: /lab-cluster\.yaml\.gz/ });
    await expectSound();
  });

  it("a link that leads nowhere: sound, no wider than the screen", async () => {
    complaints.length = 0;
    const link = `${samples.url}/s/AAAAAAAAAAAAAAAAAAAAAA`;
    await openAppPage(page, link, { name: "wrong link", path: "", shows: /This link leads nowhere/ });
    await expectSound({ refused: true });
  });
}
