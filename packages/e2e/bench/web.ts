import { allPages } from "../src/browser/every-page/all-pages.ts";
import { openBrowser } from "../src/browser/open-browser.ts";
import { baseline } from "./web/baseline.ts";
import { type Figure, isMet, printFigures } from "./web/figure.ts";
import { filter } from "./web/filter.ts";
import { firstContent } from "./web/first-content.ts";
import { slowdown } from "./web/open-cold.ts";
import { routes } from "./web/routes.ts";
import { scroll } from "./web/scroll.ts";
import { longStreamLines, prepareStage } from "./web/stage.ts";
import { tour } from "./web/tour.ts";
import { withServer } from "./with-server.ts";

const overview = /things? fail|Nothing fails/;

/** The web app in Chromium over real data: a fresh profile and an empty cache for each measurement, the CPU slowed down. */
export async function web(): Promise<void> {
  await withServer(async ({ url }) => {
    const stage = await prepareStage(url);
    await using browser = await openBrowser({ scrollBars: true });
    console.log(`Chromium ${browser.version()}, CPU slowed down ${slowdown} times, nothing cached`);
    const all: Figure[] = [];
    const measure = async (title: string, work: () => Promise<Figure[]>) => {
      const figures = await work().catch((error: unknown) => {
        console.log(`\n${title}\n  could not be measured: ${error instanceof Error ? error.message : error}`);
        return [{ name: title, values: [], unit: "", aim: { most: 0, of: "max" } } satisfies Figure];
      });
      if (figures.some(({ values }) => values.length > 0)) printFigures(title, figures);
      all.push(...figures);
    };
    await measure("Baseline: what this machine can show at all", () => baseline(browser, url));
    await measure("A link, opened cold", async () => [
      ...(await firstContent(browser, { name: "small cluster", url: stage.lab, useful: overview, aimMs: 1_500 })),
      ...(await firstContent(browser, { name: "must-gather", url: stage.mustGather, useful: overview, aimMs: 1_500 })),
      ...(await firstContent(browser, { name: "50,000 pods", url: stage.pods, useful: overview, aimMs: 1_500 })),
    ]);
    await measure("From page to page, prefetched", () => routes(browser, stage.mustGather));
    await measure("A filter over 50,000 rows", () => filter(browser, `${stage.pods}/r/core/pods`));
    await measure(`A log of ${longStreamLines.toLocaleString("en")} lines, scrolled`, () =>
      scroll(browser, {
        name: "log",
        url: `${stage.lines}/logs/shop/busy-0/app/current`,
        shows: /5,000,000 lines/,
        scroller: '#content section[aria-label^="Lines of"]',
      }),
    );
    await measure("A walk over every page", () => tour(browser, stage.mustGather, tourStops()));
    await measure("Baseline again", () => baseline(browser, url));
    const missed = all.filter((figure) => !isMet(figure));
    console.log(`\n${missed.length === 0 ? "All aims met." : `Missed: ${missed.map(({ name }) => name).join("; ")}`}`);
  });
}

/** Pages that an address alone opens. */
function tourStops() {
  return allPages.filter(({ prepare }) => prepare === undefined);
}
