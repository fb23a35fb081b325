import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, openPage } from "../open-browser.ts";
import { type AppPage, allPages, openAppPage } from "./all-pages.ts";

const patience = { timeout: 10_000, interval: 250 };

/** Every page of the app on a screen of `width` pixels. A file of its own for each width, so that two run side by side. */
export function describeEveryPage(width: number): void {
  describe(`at ${width} px, in both themes`, () => everyPage(width));
}

function everyPage(width: number): void {
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
    // Asked again: a page in the midst of a change (older answers pale, colours on their way) is no finding.
    await expect.poll(() => violations(), patience).toEqual([]);
    // What does not depend on colours is the same in the dark.
    await page.emulateMedia({ colorScheme: "dark" });
    await page.locator("html[data-mantine-color-scheme=dark]").waitFor();
    await expect.poll(() => violations(["color-contrast", "link-in-text-block"]), patience).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await page.evaluate("document.documentElement.scrollWidth > window.innerWidth")).toBe(false);
    expect(complaints.filter((one) => !(refused && one.includes("status of 404")))).toEqual([]);
  }

  async function violations(rules?: string[]): Promise<string[]> {
    const axe = new AxeBuilder({ page });
    const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  }

  it.each(allPages.map((one): [string, AppPage] => [one.name, one]))(
    "%s: accessible, quiet, no wider than the screen",
    async (_name, one) => {
      complaints.length = 0;
      await openAppPage(page, samples.mustGather, one);
      await expectSound(one);
    },
  );

  it("a cluster in which things fail: accessible, quiet, no wider than the screen", async () => {
    complaints.length = 0;
    await openAppPage(page, samples.lab, { name: "lab", path: "", shows: /5 things fail/ });
    await expectSound();
  });

  it("snapshots: accessible, quiet, no wider than the screen", async () => {
    complaints.length = 0;
    await openAppPage(page, samples.url, { name: "snapshots", path: "", shows: /lab-cluster\.yaml\.gz/ });
    await expectSound();
  });

  it("a link that leads nowhere: accessible, no wider than the screen", async () => {
    complaints.length = 0;
    const link = `${samples.url}/s/AAAAAAAAAAAAAAAAAAAAAA`;
    await openAppPage(page, link, { name: "wrong link", path: "", shows: /This link leads nowhere/ });
    await expectSound({ refused: true });
  });
}
