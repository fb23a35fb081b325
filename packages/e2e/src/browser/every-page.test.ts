import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openPage } from "./open-browser.ts";
import { openSamples, type Samples } from "./open-samples.ts";

let samples: Samples;
let browser: Browser;
beforeAll(async () => {
  samples = await openSamples();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await samples?.close();
});

const pod = "openshift-cluster-csi-drivers/aws-ebs-csi-driver-controller-65665f9cf6-h7hrt";
// Each with a text that is there once the page is.
const pages: [name: string, path: string, text: RegExp][] = [
  ["overview", "", /Works, but look at it/],
  ["list", "/r/core/pods", /aws-ebs-csi-driver-controller/],
  ["list of custom resources", "/r/config.openshift.io/clusteroperators", /authentication/],
  ["object", `/r/core/pods/${pod}`, /Containers/],
  ["yaml", `/r/core/pods/${pod}?tab=yaml`, /kind/],
  ["events of an object", `/r/core/pods/${pod}?tab=events`, /FailedMount|Scheduled|Pulled/],
  ["related", `/r/core/pods/${pod}?tab=related`, /ReplicaSet/],
  ["logs of an object", `/r/core/pods/${pod}?tab=logs`, /csi-attacher/],
  ["events", "/events", /FailedScheduling|Pulled|Created/],
  ["search", "/logs?q=refused", /lines in/],
  ["stream", `/logs/${pod}/csi-attacher/previous?line=900`, /940 lines/],
  ["documents", "/documents", /event-filter\.html/],
  ["coverage", "/coverage", /Taken out/],
];

describe.each([
  [390, "light"],
  [390, "dark"],
  [1600, "light"],
  [1600, "dark"],
] as const)("at %i px, %s", (width, theme) => {
  it.each(pages)("%s: accessible, quiet, no wider than the screen", async (_name, path, text) => {
    const { page, complaints } = await openPage(browser, { width, theme });
    await page.goto(samples.mustGather + path);
    await page.getByText(text).first().waitFor({ state: "attached" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth > window.innerWidth")).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("a document: accessible, quiet, no wider than the screen", async () => {
    const { page, complaints } = await openPage(browser, { width, theme });
    await page.goto(`${samples.mustGather}/documents`);
    await page
      .getByRole("link", { name: /^(?!Download).*timestamp$/ })
      .first()
      .click();
    await page.getByRole("textbox", { name: /timestamp/ }).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth > window.innerWidth")).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("snapshots: accessible, quiet", async () => {
    const { page, complaints } = await openPage(browser, { width, theme });
    await page.goto(samples.url);
    await page.getByText("lab-cluster.yaml.gz").waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
