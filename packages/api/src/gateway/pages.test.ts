import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestGateway, type TestGateway } from "../fixtures/test-gateway.ts";

let gateway: TestGateway;
let webRoot: string;
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), "kubin-web-"));
  await mkdir(join(webRoot, "assets"));
  await writeFile(
    join(webRoot, "index.html"),
    '<meta nonce="__KUBIN_CSP_NONCE__"><script nonce="__KUBIN_CSP_NONCE__">1</script>',
  );
  const script = "export const x = 1;\n".repeat(200);
  await writeFile(join(webRoot, "assets", "main-abc123.js"), script);
  await writeFile(join(webRoot, "assets", "built-def456.js"), script);
  await writeFile(join(webRoot, "assets", "built-def456.js.br"), brotliCompressSync(script));
  await writeFile(join(webRoot, "favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
  gateway = await openTestGateway({ webRoot });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await rm(webRoot, { recursive: true });
});

describe("pages", () => {
  it.each(["/", "/s/abcdefghijklmnopqrstuv", "/s/abc/logs", "/snapshots/1/objects/apps/my.app"])(
    "%s is the app with the nonce of its own CSP",
    async (path) => {
      const [first, second] = [await gateway.ask({ path }), await gateway.ask({ path })];
      const nonces = [first, second].map(({ headers, text }) => {
        const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
        expect(text).toBe(`<meta nonce="${nonce}"><script nonce="${nonce}">1</script>`);
        return nonce;
      });
      expect(nonces[0]!.length).toBeGreaterThanOrEqual(22);
      expect(nonces[0]).not.toBe(nonces[1]);
    },
  );

  it("keeps a link secret", async () => {
    const { status, headers } = await gateway.ask({ path: "/s/abcdefghijklmnopqrstuv" });
    expect(status).toBe(200);
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-robots-tag"]).toBe("noindex");
    expect(headers["cache-control"]).toBe("no-store");
    expect(JSON.stringify(gateway.logged)).not.toContain("abcdefghijklmnopqrstuv");
  });

  it("sends strict headers with everything", async () => {
    for (const path of ["/", "/healthz", "/trpc/metadata.list", "/api/v1/nothing", "/assets/none.js"]) {
      const { headers } = await gateway.ask({ path });
      const csp = String(headers["content-security-policy"]);
      expect(csp).toContain("default-src 'none'");
      expect(csp).not.toContain("unsafe");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["x-frame-options"]).toBe("DENY");
      expect(headers["strict-transport-security"]).toBeUndefined();
      expect(headers["x-powered-by"]).toBeUndefined();
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("keeps hashed assets for ever, and is strict about what is not there", async () => {
    const asset = await gateway.ask({ path: "/assets/main-abc123.js" });
    expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(asset.headers["content-type"]).toContain("javascript");
    const packed = await gateway.ask({ path: "/assets/main-abc123.js", headers: { "Accept-Encoding": "gzip" } });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    const built = { path: "/assets/built-def456.js", headers: { "Accept-Encoding": "gzip, br" } };
    const ready = await gateway.ask(built);
    expect(ready.headers).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding" });
    expect(ready.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(ready.headers["content-type"]).toContain("javascript");
    const none = await gateway.ask({ path: "/assets/old-000000.js" });
    expect(none.status).toBe(404);
    expect(none.headers["cache-control"]).toBe("no-store");
    expect((await gateway.ask({ path: "/favicon.ico" })).status).toBe(404);
    expect((await gateway.ask({ path: "/favicon.svg" })).status).toBe(200);
  });

  it.each([
    "/assets/../index.html",
    "/assets/%2e%2e/index.html",
    "/..%2f..%2fetc%2fpasswd",
    "/assets/..%5c..%5cx",
    "/%E0%A4%A",
    "/assets/%00",
    "/s/%",
  ])("%s leads nowhere", async (path) => {
    const { status, text } = await gateway.ask({ path });
    expect(text).not.toContain("root:");
    expect(text).not.toContain("__KUBIN_CSP_NONCE__");
    expect([200, 400, 403, 404]).toContain(status);
  });

  it("answers a write to a page with 404", async () => {
    const answer = await gateway.ask({ method: "POST", path: "/s/abc", body: "x" });
    expect(answer.status).toBe(404);
  });
});

it("says how to build the app where it is not built", async () => {
  await using bare = await openTestGateway();
  const { status, text } = await bare.ask({ path: "/" });
  expect(status).toBe(503);
  expect(text).toContain("turbo run build");
});

it("asks for https only where it is spoken", async () => {
  await using proxied = await openTestGateway({ publicUrl: "https://kubin.example.com" });
  const { headers } = await proxied.ask({ path: "/healthz" });
  expect(headers["strict-transport-security"]).toContain("max-age=31536000");
});

it("may fetch from the object store that callers reach by themselves, and from nowhere else", async () => {
  const sourcesOf = async (asked: TestGateway): Promise<string | undefined> => {
    const { headers } = await asked.ask({ path: "/" });
    return /connect-src ([^;]+)/.exec(String(headers["content-security-policy"]))?.[1];
  };
  expect(await sourcesOf(gateway)).toBe("'self'");
  await using apart = await openTestGateway({ webRoot, objects: { origin: "https://s3.example.com" } });
  expect(await sourcesOf(apart)).toBe("'self' https://s3.example.com");
});
