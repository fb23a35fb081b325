import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, openPage } from "./open-browser.ts";

const samples = inject("samples");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe("somebody who was sent a link", () => {
  it("sees which pod crashed, reads its YAML and its previous log, and searches", async () => {
    const { page, complaints } = await openPage(browser, { width: 1600, theme: "light" });
    await page.goto(samples.mustGather);
    await page.getByText("8 restarts, last: csi-attacher exited 255").waitFor();

    await page.getByRole("link", { name: /^Pods/ }).click();
    const pod = "aws-ebs-csi-driver-controller-65665f9cf6-h7hrt";
    await page.getByRole("link", { name: pod }).click();
    await page.getByText("Terminated: Error, exit 255").first().waitFor();

    await page.getByRole("link", { name: "YAML" }).click();
    await page.locator(".cm-content").getByText("kind: Pod").waitFor();
    expect(new URL(page.url()).searchParams.get("tab")).toBe("yaml");

    await page.goto(`${samples.mustGather}/logs/openshift-cluster-csi-drivers/${pod}/csi-attacher/previous?line=last`);
    await page.getByText("940 lines").waitFor();
    await page.getByText("streamwatcher.go:76 +0xea").last().waitFor();

    await page.getByRole("link", { name: /^Logs \d/ }).click();
    await page.getByRole("combobox", { name: "Search the logs" }).fill('"connection refused"');
    await page.keyboard.press("Enter");
    await page.getByText("3,344 lines in 32 logs").waitFor();
    expect(new URL(page.url()).searchParams.get("q")).toBe('"connection refused"');
    expect(complaints).toEqual([]);
  });

  it("sees what fails and why, first, on a phone", async () => {
    const { page, complaints } = await openPage(browser, { width: 390, theme: "dark" });
    await page.goto(samples.lab);
    await page.getByText("5 things fail").waitFor();
    await page.getByText("OOMKilled at 128Mi: app exited 137").waitFor();
    await page.getByRole("link", { name: "payments/checkout" }).click();
    await page.getByRole("heading", { name: "checkout" }).waitFor();
    const wider = await page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    expect(wider).toBe(false);
    expect(complaints).toEqual([]);
  });

  it("is told when a link is wrong, with no word about what it may have been", async () => {
    const { page } = await openPage(browser, { width: 1600, theme: "light" });
    await page.goto(`${new URL(samples.lab).origin}/s/AAAAAAAAAAAAAAAAAAAAAA`);
    await page.getByRole("heading", { name: "This link leads nowhere" }).waitFor();
  });

  it("reads the HTML of a bundle as text, or gets it as a download", async () => {
    const { page } = await openPage(browser, { width: 1600, theme: "light" });
    await page.goto(`${samples.mustGather}/documents`);
    await page
      .getByRole("link", { name: /^(?!Download).*event-filter\.html$/ })
      .first()
      .click();
    const text = page.getByRole("textbox", { name: /event-filter\.html/ });
    await text.waitFor();
    expect(await text.textContent()).toContain("<!doctype html>");
    await page.goBack();
    const link = page.getByRole("link", { name: /^Download .*event-filter\.html/ });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe("event-filter.html");
    const href = (await link.getAttribute("href")) ?? "";
    const answer = await page.request.get(href);
    const headers = answer.headers();
    expect(headers["content-disposition"]).toMatch(/^attachment/);
    // An object store is an origin of its own: nothing of Kubin's is within reach there.
    if (new URL(href).origin !== new URL(samples.url).origin) return;
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("sandbox");
  });
});
