import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser } from "../open-browser.ts";
import { openStory } from "./open-story.ts";

const samples = inject("samples");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it("why is this pod restarting", async () => {
  const story = await openStory(browser, samples.mustGather);
  const { page } = story;
  // The first screen has the short answer; the way to the proof begins there.
  await page.getByText("8 restarts, last: csi-attacher exited 255").first().waitFor();
  await story.click(page.getByRole("link", { name: "openshift-cluster-csi-drivers/aws-ebs-csi-driver-controller" }));
  const drawer = page.locator("aside");
  await story.click(drawer.getByRole("link", { name: /-h7hrt$/ }).first());
  await drawer.getByRole("heading", { name: /-h7hrt$/ }).waitFor();
  await drawer.getByText("8 restarts, last: csi-attacher exited 255").waitFor();
  expect(await drawer.getByText(/Terminated: Error, exit 255/).count()).toBeGreaterThan(0);
  // The list it began with is still there.
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await story.end("Why is this pod restarting");
});
