import { type OpenedKubin, openKubin } from "@kubin/server/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackages } from "../testbed/build-packages.ts";
import { uploadParts } from "../testbed/upload-parts.ts";
import { documents, hostileSnapshot, name, namespace, stream } from "./hostile-snapshot.ts";
import { openBrowser, openPage } from "./open-browser.ts";

let kubin: OpenedKubin;
let browser: Browser;
let link: string;
beforeAll(async () => {
  await buildPackages("@kubin/web");
  kubin = await openKubin();
  const { parts, manifest } = hostileSnapshot();
  const { ticket, snapshot } = await uploadParts(kubin.url, parts, manifest);
  expect(snapshot.state).toBe("COMPLETED");
  link = ticket.url;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await kubin?.close();
});

interface Watched {
  page: Page;
  /** Everything that must not happen. */
  harm: string[];
}

/** A page that notes dialogs, foreign requests, what was run, and what `openPage` notes. */
async function openWatched(width = 1600): Promise<Watched> {
  const { page, complaints: harm } = await openPage(browser, { width, theme: "light" });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  page.on("dialog", (dialog) => {
    harm.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => harm.push(`popup: ${popup.url()}`));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && origin !== kubin.url) harm.push(`asked ${request.url()}`);
  });
  await page.exposeFunction("kubinHacked", (value: unknown) => harm.push(`script ran: ${String(value)}`));
  await page.addInitScript(`Object.defineProperty(window, "hacked", { set(value) { window.kubinHacked(value); } });`);
  return { page, harm };
}

/** What of the content became part of the page, and characters that a reader must not meet raw. */
async function findTraces(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const traces: string[] = [];
    for (const element of document.querySelectorAll(".evil, iframe, object, embed, base, form[action]")) {
      traces.push(`element: ${element.outerHTML.slice(0, 100)}`);
    }
    for (const element of document.querySelectorAll("a[href], area[href], [src], [action], [formaction]")) {
      for (const attribute of ["href", "src", "action", "formaction"]) {
        const text = element.getAttribute(attribute);
        const url = text === null ? undefined : new URL(text, location.href);
        if (!url || url.protocol === "blob:" || url.origin === location.origin) continue;
        // An address in an annotation may be a link, if it opens elsewhere and tells nobody where the reader was.
        const leaves = /^https?:$/.test(url.protocol) && attribute === "href" && element.matches("a[rel~=noreferrer]");
        if (!leaves) traces.push(`${attribute}: ${text?.slice(0, 100)}`);
      }
    }
    for (const element of document.querySelectorAll("*")) {
      for (const { name } of element.attributes) if (name.startsWith("on")) traces.push(`handler: ${name}`);
    }
    const raw = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
    const at = document.body.textContent.search(raw);
    if (at >= 0) traces.push(`raw character in: ${JSON.stringify(document.body.textContent.slice(at - 60, at + 20))}`);
    if (raw.test(document.title)) traces.push(`raw character in the title: ${JSON.stringify(document.title)}`);
    return traces;
  });
}

async function expectInert({ page, harm }: Watched): Promise<void> {
  await page.waitForLoadState("networkidle");
  expect(await findTraces(page)).toEqual([]);
  expect(harm).toEqual([]);
}

const at = (word: string) => encodeURIComponent(word);
const objects: [kind: string, group: string, plural: string, namespace: string, name?: string][] = [
  ["pod", "core", "pods", namespace],
  ["config map", "core", "configmaps", namespace],
  ["secret", "core", "secrets", namespace],
  ["service", "core", "services", namespace],
  ["claim", "core", "persistentvolumeclaims", namespace],
  ["volume", "core", "persistentvolumes", "_"],
  ["node", "core", "nodes", "_"],
  ["service account", "core", "serviceaccounts", namespace],
  ["deployment", "apps", "deployments", namespace],
  ["replica set", "apps", "replicasets", namespace],
  ["stateful set", "apps", "statefulsets", namespace],
  ["daemon set", "apps", "daemonsets", namespace],
  ["job", "batch", "jobs", namespace],
  ["cron job", "batch", "cronjobs", namespace],
  ["ingress", "networking.k8s.io", "ingresses", namespace],
  ["autoscaler", "autoscaling", "horizontalpodautoscalers", namespace],
  ["role", "rbac.authorization.k8s.io", "roles", namespace],
  ["role binding", "rbac.authorization.k8s.io", "rolebindings", namespace],
  ["cluster role", "rbac.authorization.k8s.io", "clusterroles", "_"],
  ["custom resource", "evil.example", "evils", namespace],
  ["definition", "apiextensions.k8s.io", "customresourcedefinitions", "_", "evils.evil.example"],
];

// The drawer beside a list shows what the page shows; these have every part that an object can have.
const besideToo = ["pod", "secret", "deployment", "ingress", "custom resource"];

// Each with a piece of the payloads that stands on it as text: were it not there, nothing would be proved.
const pages: [name: string, path: string, shows: RegExp][] = [
  ["overview", "", /<script class=evil>/],
  ["events", "/events", /<script class=evil>/],
  ["search", `/logs?q=${at('"window.hacked"')}`, /<script class=evil>/],
  ["streams", "/logs", /<img class=evil/],
  ["stream", `/logs/${namespace}/${at(name)}/${at(name)}/current`, /<script class=evil>/],
  ["stream, wrapped", `/logs/${namespace}/${at(name)}/${at(name)}/current?wrap=1&line=4`, /<script class=evil>/],
  ["documents", "/documents", /page\.html/],
  ["coverage", "/coverage", /<script class=evil>/],
  ["images", "/images", /<script class=evil>/],
  ["certificates", "/certificates", /Certificates/],
  ["helm", "/helm", /<img class=evil/],
  ["who can", "/who-can?verb=get&resource=secrets&ns=evil", /<script class=evil>|<img class=evil/],
  ["a page that is not", `/${at("<img class=evil src=x onerror=window.hacked=1>")}`, /No such page/],
  ["a list of no kind", `/r/${at("<img class=evil>")}/${at("javascript:window.hacked=1")}`, /./],
  ["a filter", `/r/core/pods?q=${at("<img class=evil src=x onerror=window.hacked=1>\u202e")}`, /./],
];

describe("hostile content is inert", () => {
  it.each(pages)("%s", async (_name, path, shows) => {
    const watched = await openWatched();
    await watched.page.goto(link + path);
    await watched.page.getByText(shows).first().waitFor({ state: "attached" });
    await expectInert(watched);
    await watched.page.context().close();
  });

  it("lists of every kind", async () => {
    const watched = await openWatched();
    for (const [, group, plural] of objects) {
      await watched.page.goto(`${link}/r/${group}/${plural}`);
      await watched.page
        .getByText(/<img class=evil|evils\.evil\.example/)
        .first()
        .waitFor({ state: "attached" });
      await expectInert(watched);
    }
    await watched.page.context().close();
  });

  it.each(objects)("%s: every tab", async (...words) => {
    const [kind, group, plural, ns, own = name] = words;
    const watched = await openWatched();
    const { page } = watched;
    const drawer = `/r/${group}/${plural}?open=${at(`${group}/${plural}/${ns}/${own}`)}`;
    for (const base of besideToo.includes(kind) ? [drawer, undefined] : [undefined]) {
      await page.goto(link + (base ?? `/r/${group}/${plural}/${ns}/${at(own)}`));
      const region = page.locator(base ? "aside" : "#content");
      await region.getByRole("heading", { level: 1 }).waitFor();
      await expectInert(watched);
      const tabs = region.getByRole("navigation").getByRole("link");
      // The heading is there before its tabs are.
      await tabs.nth(2).waitFor();
      const names = await tabs.allTextContents();
      for (const tab of names) {
        await tabs.filter({ hasText: tab }).first().click();
        await expectInert(watched);
      }
    }
    await page.context().close();
  });

  it("the logs drawer, on a phone too", async () => {
    for (const width of [1600, 390]) {
      const watched = await openWatched(width);
      await watched.page.goto(`${link}/r/core/pods?log=${at(`core/pods/${namespace}/${name}`)}`);
      await watched.page
        .getByText(/<script class=evil>/)
        .first()
        .waitFor({ state: "attached" });
      await expectInert(watched);
      await watched.page.context().close();
    }
  });

  it("the palette", async () => {
    const watched = await openWatched();
    const { page } = watched;
    await page.goto(link);
    await page.getByRole("heading", { name: "Overview" }).first().waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("evil");
    await page.getByRole("option").filter({ hasText: "<img class=evil" }).first().waitFor();
    await expectInert(watched);
    await page.getByRole("combobox").fill("<img class=evil src=x onerror=window.hacked=1>");
    await expectInert(watched);
    await page.keyboard.press("Escape");
    await page.context().close();
  });

  it("documents, as text", async () => {
    const watched = await openWatched();
    for (const { entry } of documents) {
      await watched.page.goto(`${link}/documents/${entry.sha256}`);
      await watched.page.locator(".cm-content").getByText(/evil/).first().waitFor();
      await expectInert(watched);
    }
    await watched.page.context().close();
  });

  it("what is copied can be pasted into a terminal", async () => {
    const watched = await openWatched();
    const { page } = watched;
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.goto(`${link}/r/core/pods/${namespace}/${at(name)}`);
    await page.getByRole("button", { name: "Copy the name" }).click();
    await expect.poll(clipboard).toContain("<img class=evil");
    expect(await clipboard()).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
    await page.goto(`${link}/logs/${namespace}/${at(stream.pod)}/${at(stream.container)}/current`);
    await page
      .getByText(/cleared/)
      .first()
      .click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    await expect.poll(clipboard).toContain("clipboard");
    expect(await clipboard()).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e]/u);
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
    expect(types).toContain("text/plain");
    await expectInert(watched);
    await page.context().close();
  });

  it("is found where it is: the traces this suite looks for", async () => {
    const { page, harm } = await openWatched();
    await page.goto(link);
    await page.evaluate(() => {
      const found = document.createElement("div");
      found.innerHTML = "<b class=evil onclick=''>x</b><a href='javascript:window.hacked=1'>y</a>\u202e";
      document.body.append(found);
      Reflect.set(window, "hacked", 1);
    });
    const traces = (await findTraces(page)).map((trace) => trace.split(":")[0]);
    expect(traces).toEqual(["element", "href", "handler", "raw character in"]);
    expect(harm.join("\n")).toContain("script ran: 1");
    await page.context().close();
  });
});
