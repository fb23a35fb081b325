import type { Browser } from "playwright-core";
import { afterAll, beforeAll, inject, it } from "vitest";
import { openBrowser } from "../open-browser.ts";
import { openStory } from "./open-story.ts";

const samples = inject("samples");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it("two containers side by side on one time axis", async () => {
  const story = await openStory(browser, samples.mustGather);
  const { page } = story;
  await story.click(page.locator("a", { hasText: /^logs$/ }).first());
  await story.click(page.getByRole("button", { name: "11 containers" }));
  const containers = page.getByRole("dialog", { name: "Containers" });
  await story.click(containers.getByRole("checkbox", { name: /^csi-attacher / }));
  await story.click(containers.getByRole("checkbox", { name: /^csi-resizer / }));
  await story.press("Escape");
  await story.click(page.getByRole("button", { name: "View" }));
  await story.click(page.getByRole("dialog", { name: "View" }).getByRole("checkbox", { name: "Two side by side" }));
  await story.press("Escape");
  const logs = page.getByRole("region", { name: "Logs" });
  await logs.getByText("csi-attacher", { exact: true }).first().waitFor();
  await logs.getByText("csi-resizer", { exact: true }).first().waitFor();
  for (const container of ["csi-attacher", "csi-resizer"])
    await logs
      .getByRole("link", { name: new RegExp(`Line \\d+ of .*/${container}$`) })
      .first()
      .waitFor();
  await story.end("Two containers side by side");
});
