import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type AppPage, allPages, openAppPage } from "../src/browser/every-page/all-pages.ts";
import { openBrowser, openPage } from "../src/browser/open-browser.ts";
import { openSamples } from "../src/browser/open-samples.ts";

const [folder, ...words] = process.argv.slice(2);
if (!folder) {
  console.error("usage: npm run screenshots -- FOLDER [part of a page's name]…");
  process.exit(2);
}
const restMs = 500;
const lab = { path: "", shows: /5 things fail/ };

// Every page at three widths in both themes as pictures, for people to look at.
const samples = await openSamples();
const browser = await openBrowser();
try {
  await mkdir(folder, { recursive: true });
  for (const width of [390, 1024, 1600]) {
    for (const theme of ["light", "dark"] as const) {
      const { page } = await openPage(browser, { width, theme });
      for (const one of allPages) await shoot({ link: samples.mustGather, one });
      await shoot({ link: samples.lab, one: { name: "failing cluster", ...lab } });
      await page.context().close();

      async function shoot({ link, one }: { link: string; one: AppPage }): Promise<void> {
        if (words.length > 0 && !words.some((word) => one.name.includes(word))) return;
        const name = `${one.name.replace(/[^a-z]+/gi, "-").toLowerCase()}-${width}-${theme}.png`;
        const seen = await openAppPage(page, link, one).catch((error: Error) => error);
        if (seen) console.error(`${name}: ${seen.message.split("\n")[0]}`);
        // What was pressed on the page asks and waits anew.
        await page.waitForTimeout(restMs);
        await page.screenshot({ path: join(folder ?? ".", name) });
      }
    }
  }
} finally {
  await browser.close();
  await samples.close();
}
