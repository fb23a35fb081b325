import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestGateway, type TestGateway } from "../fixtures/test-gateway.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway({ publicUrl: "https://kubin.example.com" });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const paths = [
  "/",
  "/s/abc",
  "/trpc/metadata.list",
  "/api/v1/snapshots",
  "/healthz",
  "/metrics",
  "/objects/x",
  "/assets/a.js",
];

describe("Host", () => {
  it.each(paths)("refuses a foreign one on %s with one sentence", async (path) => {
    const { status, text } = await gateway.ask({ path, headers: { Host: `evil.example:${gateway.port}` } });
    expect(status).toBe(403);
    expect(JSON.parse(text).message).toMatch(/^This Kubin .*\.$/);
    expect(JSON.parse(text).error.data.kubin.code).toBe("FORBIDDEN");
  });

  it.each([
    (port: number) => `127.0.0.1.nip.io:${port}`,
    (port: number) => `localhost.evil.example:${port}`,
    (port: number) => `localhost:${port + 1}`,
    () => "localhost",
    () => "kubin.example.com:8443",
    (port: number) => `user@127.0.0.1:${port}`,
    (port: number) => `127.0.0.1:${port}/x`,
    (port: number) => `[::2]:${port}`,
  ])("refuses what only looks like its own (%#)", async (host) => {
    const { status } = await gateway.ask({ path: "/healthz", headers: { Host: host(gateway.port) } });
    expect(status).toBe(403);
  });

  it.each([
    (port: number) => `127.0.0.1:${port}`,
    (port: number) => `localhost:${port}`,
    (port: number) => `LOCALHOST:${port}`,
    (port: number) => `[::1]:${port}`,
    () => "kubin.example.com",
    () => "kubin.example.com:443",
  ])("takes its own names (%#)", async (host) => {
    const { status } = await gateway.ask({ path: "/healthz", headers: { Host: host(gateway.port) } });
    expect(status).toBe(200);
  });
});

describe("Origin", () => {
  it.each(["http://evil.example", "null", "http://localhost:1", "https://127.0.0.1", "http://kubin.example.com"])(
    "refuses %s on any request",
    async (origin) => {
      for (const method of ["GET", "POST", "OPTIONS"]) {
        const answer = await gateway.ask({ method, path: "/trpc/metadata.list", headers: { Origin: origin } });
        expect(answer.status).toBe(403);
        expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
      }
    },
  );

  it("takes its own", async () => {
    for (const origin of [gateway.url, `http://localhost:${gateway.port}`, "https://kubin.example.com"]) {
      const { status } = await gateway.ask({ path: "/healthz", headers: { Origin: origin } });
      expect(status).toBe(200);
    }
  });
});

describe("Sec-Fetch-Site", () => {
  const navigation = { "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" };

  it("lets somebody follow a link from another site", async () => {
    const headers = { "Sec-Fetch-Site": "cross-site", ...navigation };
    expect((await gateway.ask({ path: "/s/abc", headers })).status).not.toBe(403);
  });

  it.each(["cross-site", "same-site"])("refuses %s writes, embeds and fetches", async (site) => {
    const tries = [
      { method: "POST", path: "/trpc/metadata.delete", headers: { "Sec-Fetch-Site": site, ...navigation } },
      { path: "/trpc/metadata.list", headers: { "Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors" } },
      { path: "/", headers: { "Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe" } },
    ];
    for (const question of tries) expect((await gateway.ask(question)).status).toBe(403);
  });
});
