import { createClient } from "@kubin/client";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { objectsPart, pod } from "../../testbed/make-parts.ts";
import { uploadParts } from "../../testbed/upload-parts.ts";
import { openBrowser, openPage } from "../open-browser.ts";

const { url } = inject("samples");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it("a link that is over says so, what to do, and nothing of what was there", async () => {
  const { ticket } = await uploadParts(url, [objectsPart("resources", "shop", [pod("shop", "secret-project-0")])]);
  const { page } = await openPage(browser, { width: 1600, theme: "light" });
  await page.goto(`${ticket.url}/r/core/pods`);
  await page.getByRole("link", { name: "secret-project-0" }).waitFor();
  await createClient({ server: url }).metadata.delete.mutate({ snapshotId: ticket.id });
  await page.reload();
  await page.getByRole("heading", { name: "This link leads nowhere" }).waitFor();
  await page.getByText(/has expired or was deleted, the link was revoked/).waitFor();
  const text = (await page.locator("body").textContent()) ?? "";
  expect(text).not.toContain("secret-project");
  expect(text).not.toContain("shop");
  expect(await page.title()).not.toContain("secret-project");
  await page.context().close();
});
