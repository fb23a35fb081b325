import type { Browser, Page } from "playwright-core";
import type { Figure } from "./figure.ts";
import { openCold } from "./open-cold.ts";

const rounds = 6;

interface Step {
  name: string;
  /** Name of the link, in the navigation or on the page. */
  link: RegExp;
  within: "#navigation" | "#content";
  /** Its first heading. */
  heading: RegExp;
  /** Beginning with its heading: what shows before must not pass for it. */
  shows: RegExp;
}

const steps: Step[] = [
  {
    name: "to pods",
    heading: /^Pods/,
    link: /^Pods/,
    within: "#navigation",
    shows: /^Pods.*aws-ebs-csi-driver-controller/,
  },
  {
    name: "to an object",
    heading: /h7hrt/,
    link: /^aws-ebs-csi-driver-controller-65665f9cf6-h7hrt$/,
    within: "#content",
    shows: /csi-attacher/,
  },
  {
    name: "to events",
    heading: /^Events/,
    link: /^Events/,
    within: "#navigation",
    shows: /^Events.*(FailedScheduling|Pulled|Created|Unhealthy)/,
  },
  { name: "to logs", heading: /^Logs/, link: /^Logs/, within: "#navigation", shows: /^Logs.*csi-attacher/ },
  {
    name: "to deployments",
    heading: /^Deployments/,
    link: /^Deployments/,
    within: "#navigation",
    shows: /^Deployments.*cluster-version-operator/,
  },
  {
    name: "to the overview",
    heading: /^Overview/,
    link: /^Overview/,
    within: "#navigation",
    shows: /^Overview.*look at it/,
  },
];

/** A click in the navigation to the frame that shows the new page, in a page that had a moment of quiet for its prefetching. */
export async function routes(browser: Browser, url: string): Promise<Figure[]> {
  const first = new Map<string, Shown[]>();
  const later = new Map<string, Shown[]>();
  for (let round = 0; round < rounds; round++) {
    await using cold = await openCold(browser);
    await cold.page.goto(url);
    await cold.page.waitForLoadState("networkidle");
    for (const into of [first, later]) {
      for (const step of steps) {
        into.set(step.name, [...(into.get(step.name) ?? []), await timeStep(cold.page, step)]);
        await cold.page.waitForLoadState("networkidle");
      }
    }
  }
  return [...figuresOf("first time", first), ...figuresOf("again", later)];
}

/** From the click to the frame with the heading of the new page, and to the one with its content. */
interface Shown {
  headingMs: number;
  contentMs: number;
}

function figuresOf(when: string, steps: Map<string, Shown[]>): Figure[] {
  const aim = { most: 150, of: "p95" as const };
  return [...steps].flatMap(([name, all]): Figure[] => [
    { name: `${when} ${name}: its heading`, values: all.map(({ headingMs }) => headingMs), unit: "ms", aim },
    { name: `${when} ${name}: its content`, values: all.map(({ contentMs }) => contentMs), unit: "ms", aim },
  ]);
}

async function timeStep(page: Page, step: Step): Promise<Shown> {
  const link = page.locator(step.within).getByRole("link", { name: step.link }).first();
  await link.waitFor();
  // An object opens beside its list.
  const region = step.within === "#content" ? "aside" : "#content";
  const painted = await page.evaluateHandle(
    ([selector, heading, content]) => ({
      heading: window.kubinProbe.painted(`${selector} h1`, heading ?? ""),
      content: window.kubinProbe.painted(selector ?? "", content ?? ""),
    }),
    [region, step.heading.source, step.shows.source],
  );
  await link.click();
  return painted.evaluate(async ({ heading, content }) => {
    const [headingAt, contentAt] = await Promise.all([heading, content]);
    const { inputAt } = window.kubinProbe;
    return { headingMs: headingAt - inputAt, contentMs: contentAt - inputAt };
  });
}
