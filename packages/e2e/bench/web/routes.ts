import type { Browser, Page } from "playwright-core";
import type { Figure } from "./figure.ts";
import { openCold } from "./open-cold.ts";

const rounds = 6;

interface Step {
  name: string;
  /** Name of the link, in the navigation or on the page. */
  link: RegExp;
  within: "#navigation" | "#content";
  /** Beginning with its heading: what shows before must not pass for it. */
  shows: RegExp;
}

const steps: Step[] = [
  { name: "to pods", link: /^Pods/, within: "#navigation", shows: /^Pods.*aws-ebs-csi-driver-controller/ },
  {
    name: "to an object",
    link: /^aws-ebs-csi-driver-controller-65665f9cf6-h7hrt$/,
    within: "#content",
    shows: /csi-attacher/,
  },
  {
    name: "to events",
    link: /^Events/,
    within: "#navigation",
    shows: /^Events.*(FailedScheduling|Pulled|Created|Unhealthy)/,
  },
  { name: "to logs", link: /^Logs/, within: "#navigation", shows: /^Logs.*csi-attacher/ },
  {
    name: "to deployments",
    link: /^Deployments/,
    within: "#navigation",
    shows: /^Deployments.*cluster-version-operator/,
  },
  { name: "to the overview", link: /^Overview/, within: "#navigation", shows: /^Overview.*look at it/ },
];

/** A click in the navigation to the frame that shows the new page, in a page that had a moment of quiet for its prefetching. */
export async function routes(browser: Browser, url: string): Promise<Figure[]> {
  const first = new Map<string, number[]>();
  const later = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    await using cold = await openCold(browser);
    await cold.page.goto(url);
    await cold.page.waitForLoadState("networkidle");
    for (const into of [first, later]) {
      for (const step of steps) {
        const ms = await timeStep(cold.page, step);
        into.set(step.name, [...(into.get(step.name) ?? []), ms]);
        await cold.page.waitForLoadState("networkidle");
      }
    }
  }
  const aim = { most: 150, of: "p95" as const };
  return [
    ...[...first].map(([name, values]): Figure => ({ name: `first time ${name}`, values, unit: "ms", aim })),
    ...[...later].map(([name, values]): Figure => ({ name: `again ${name}`, values, unit: "ms", aim })),
  ];
}

async function timeStep(page: Page, step: Step): Promise<number> {
  const link = page.locator(step.within).getByRole("link", { name: step.link }).first();
  await link.waitFor();
  // An object opens beside its list.
  const region = step.within === "#content" ? "aside" : "#content";
  const painted = await page.evaluateHandle(
    ([selector, pattern]) => ({ at: window.kubinProbe.painted(selector ?? "", pattern ?? "") }),
    [region, step.shows.source],
  );
  await link.click();
  return painted.evaluate(async ({ at }) => (await at) - window.kubinProbe.inputAt);
}
