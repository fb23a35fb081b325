import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { openSource } from "@kubin/archives";
import type { Browser, Page } from "playwright-core";
import { build, defaultClientConditions } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openPage } from "./open-browser.ts";

const origin = "https://archives.test";
/** What a page needs that unpacks xz: WebAssembly from bytes. */
const csp = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

let browser: Browser;
let scripts: Map<string, string>;
beforeAll(async () => {
  [browser, scripts] = await Promise.all([openBrowser(), bundle()]);
});
afterAll(() => browser.close());

/** `@kubin/archives/browser` as a page gets it: it would not build if it needed a module of Node. */
async function bundle(): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["@kubin/source", ...defaultClientConditions] },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(import.meta.resolve("@kubin/archives/browser")),
        formats: ["es"],
        fileName: "archives",
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error("Vite built nothing.");
  return new Map(output.output.flatMap((file) => (file.type === "chunk" ? [[`/${file.fileName}`, file.code]] : [])));
}

async function openScripts(policy = csp): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser, { width: 800, theme: "light" });
  await opened.page.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    const headers = { "content-security-policy": policy };
    const body = scripts.get(path);
    if (path === "/")
      return route.fulfill({ body: "<!doctype html><title>t</title>", contentType: "text/html", headers });
    return route.fulfill(body === undefined ? { status: 404 } : { body, contentType: "text/javascript" });
  });
  await opened.page.goto(`${origin}/`);
  return opened;
}

interface Contents {
  isListed: boolean;
  /** Path, kind and number of bytes of each entry. */
  entries: string[];
  problems: string[];
}

async function inNode(path: string): Promise<Contents> {
  await using source = await openSource({ path, spoolDir: tmpdir() });
  const entries: string[] = [];
  for await (const entry of source.entries()) {
    let bytes = 0;
    for await (const chunk of entry.content()) bytes += chunk.length;
    entries.push(`${entry.path} ${entry.kind} ${bytes}`);
  }
  return {
    isListed: source.isListed,
    entries,
    problems: source.problems().map(({ kind, path: at }) => `${kind} ${at}`),
  };
}

/** The same, in the page. Plain script: it is sent there as text. */
const readInPage = `async ({ script, name, base64 }) => {
  const { openBlob } = await import(script);
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const source = await openBlob(new Blob([bytes]), name);
  const entries = [];
  for await (const entry of source.entries()) {
    let bytes = 0;
    for await (const chunk of entry.content()) bytes += chunk.length;
    entries.push(entry.path + " " + entry.kind + " " + bytes);
  }
  const problems = source.problems().map(({ kind, path }) => kind + " " + path);
  return { isListed: source.isListed, entries, problems };
}`;

const sample = (name: string) => fileURLToPath(new URL(`../../../../${name}`, import.meta.url));

describe("archives in Chromium", () => {
  it.each([
    "samples/bundles/cluster-info-dump.tar.gz",
    "samples/bundles/crust-gather.tar.gz",
    "samples/bundles/crust-gather.zip",
    "samples/bundles/lab.kshrk",
    "samples/bundles/omc-testdata.tar.xz",
    "samples/bundles/sbctl-support-bundle.tar.xz",
    "samples/bundles/cluster-info-dump.stdout.txt.gz",
    "packages/archives/src/fixtures/lines.checksum.zst",
  ])("are read as in Node: %s", async (path) => {
    const file = sample(path);
    const { page, complaints } = await openScripts();
    const base64 = (await readFile(file)).toString("base64");
    const script = [...scripts.keys()].find((name) => name.startsWith("/archives"));
    const call = `(${readInPage})(${JSON.stringify({ script, name: basename(file), base64 })})`;
    const found = await page.evaluate<Contents>(call);
    expect(found).toEqual(await inNode(file));
    expect(found.entries.length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("say that xz needs WebAssembly where the page does not allow it", async () => {
    const file = sample("samples/bundles/analyze-files.tar.xz");
    const { page } = await openScripts("default-src 'none'; script-src 'self'");
    const base64 = (await readFile(file)).toString("base64");
    const script = [...scripts.keys()].find((name) => name.startsWith("/archives"));
    const call = `(${readInPage})(${JSON.stringify({ script, name: "b.tar.xz", base64 })}).catch((error) => error.code)`;
    expect(await page.evaluate(call)).toBe("UNSUPPORTED");
    await page.context().close();
  });
});
