import type { Browser } from "playwright-core";
import type { Figure } from "./figure.ts";
import { openCold } from "./open-cold.ts";

const runs = 10;

/** A link opened cold: the first paint, and the frame that shows what fails or that nothing does. */
export async function firstContent(
  browser: Browser,
  link: { name: string; url: string; useful: RegExp; aimMs?: number },
): Promise<Figure[]> {
  const paints: number[] = [];
  const useful: number[] = [];
  const kilobytes: number[] = [];
  for (let run = 0; run < runs; run++) {
    await using cold = await openCold(browser);
    await cold.page.goto(link.url, { waitUntil: "commit" });
    useful.push(
      await cold.page.evaluate(([text]) => window.kubinProbe.painted("body", text ?? ""), [link.useful.source]),
    );
    const seen = await cold.page.evaluate(() => ({
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      bytes: performance
        .getEntriesByType("resource")
        .filter((entry) => entry.name.endsWith(".js"))
        .reduce((sum, entry) => sum + ((entry as PerformanceResourceTiming).encodedBodySize ?? 0), 0),
    }));
    if (seen.paint !== undefined) paints.push(seen.paint);
    kilobytes.push(seen.bytes / 1024);
  }
  const note = link.aimMs === undefined ? undefined : `${Math.round(kilobytes[0] ?? 0)} KB of script until then`;
  return [
    { name: `${link.name}: first paint`, values: paints, unit: "ms" },
    {
      name: `${link.name}: first useful content`,
      values: useful,
      unit: "ms",
      ...(link.aimMs !== undefined && { aim: { most: link.aimMs, of: "p95" as const } }),
      ...(note && { note }),
    },
  ];
}
