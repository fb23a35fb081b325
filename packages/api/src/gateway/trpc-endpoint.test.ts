import { KubinError } from "@kubin/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestGateway, snapshotId, type TestGateway } from "../fixtures/test-gateway.ts";

let gateway: TestGateway;
let fails: () => Error = () => new Error("unset");
beforeAll(async () => {
  gateway = await openTestGateway({
    metadata: {
      listSnapshots: async () => {
        throw fails();
      },
    },
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const json = { "Content-Type": "application/json" };
const query = (name: string, input: unknown) => `/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`;

async function call(path: string, more: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  const { status, text } = await gateway.ask({ path, ...more });
  return { status, body: JSON.parse(text) };
}

describe("answers", () => {
  it("gives what the verb gives", async () => {
    const { status, body } = await call(query("metadata.get", { snapshotId }));
    expect(status).toBe(200);
    expect(body.result.data).toMatchObject({ id: snapshotId, state: "PROCESSING", name: "sample" });
  });

  it("lets no caller be what it is not", async () => {
    const wrongLink = await call(query("metadata.get", { snapshotId }), { headers: { "x-kubin-link": "wrong" } });
    expect(wrongLink.body.error.data.kubin.code).toBe("NOT_FOUND");
    const ticket = await call(query("metadata.list", {}), { headers: { "x-kubin-ticket": "wrong" } });
    expect(ticket).toMatchObject({ status: 403, body: { error: { data: { kubin: { code: "FORBIDDEN" } } } } });
    const proxied = await call(query("metadata.list", {}), { headers: { "x-forwarded-for": "10.1.1.1" } });
    expect(proxied).toMatchObject({ status: 401, body: { error: { data: { kubin: { code: "UNAUTHENTICATED" } } } } });
  });
});

describe("errors", () => {
  it.each([
    ["NOT_FOUND", 404],
    ["CONFLICT", 409],
    ["EXPIRED", 404],
    ["TOO_LARGE", 413],
    ["UNAVAILABLE", 503],
    ["STORE_FULL", 503],
    ["UNSUPPORTED", 422],
  ] as const)("%s is HTTP %i with code and sentence", async (code, status) => {
    fails = () => new KubinError(code, "It is so.");
    const answer = await call(query("metadata.list", {}));
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toBe("It is so.");
    expect(answer.body.error.data).toMatchObject({ httpStatus: status, kubin: { code, message: "It is so." } });
  });

  it("keeps a defect's details in the log, found by the request id", async () => {
    fails = () => new Error("relation secret_table does not exist");
    const { status, body } = await call(query("metadata.list", {}));
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/secret_table|\bat .*\.ts/);
    const requestId = /request ([0-9a-f-]{36})/.exec(body.error.message)?.[1];
    const line = gateway.logged.find((entry) => entry.level === "error" && entry.fields.requestId === requestId);
    expect(String(line?.fields.err)).toContain("secret_table");
  });

  it("says what is wrong with an input", async () => {
    const { status, body } = await call(query("metadata.get", { snapshotId: "nope" }));
    expect(status).toBe(400);
    expect(body.error.data.kubin).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining("snapshotId") });
  });

  it.each([
    ["/trpc/metadata.nothing", {}, "NOT_FOUND"],
    ["/trpc/upload.begin", {}, "BAD_INPUT"],
    ["/trpc/upload.begin", { method: "POST", headers: json, body: "{" }, "BAD_INPUT"],
    ["/trpc/upload.begin", { method: "POST", headers: { "Content-Type": "text/plain" }, body: "{}" }, "BAD_INPUT"],
    ["/trpc/metadata.list?input=%7B", {}, "BAD_INPUT"],
  ] as const)("%s %j is refused with %s", async (path, more, code) => {
    const { status, body } = await call(path, more);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.error.data.kubin.code).toBe(code);
  });
});

describe("bodies", () => {
  const text = (bytes: number) => JSON.stringify({ snapshotId, reason: "x".repeat(bytes) });

  it("stops at 1 MiB for most procedures, however the body comes", async () => {
    const body = text(1024 * 1024);
    for (const length of [{ "Content-Length": String(body.length) }, { "Transfer-Encoding": "chunked" }]) {
      const answer = await call("/trpc/upload.abort", { method: "POST", headers: { ...json, ...length }, body });
      expect(answer.status).toBe(413);
      expect(answer.body.error.data.kubin.code).toBe("TOO_LARGE");
    }
  });

  it("takes large manifests, alone", async () => {
    const body = text(8 * 1024 * 1024);
    const complete = await call("/trpc/upload.complete", { method: "POST", headers: json, body });
    expect(complete.body.error.data.kubin.code).toBe("BAD_INPUT");
    const mixed = await call("/trpc/upload.complete,upload.abort?batch=1", { method: "POST", headers: json, body });
    expect(mixed.status).toBe(413);
  });

  it("stops at 64 MiB for those", async () => {
    const answer = await call("/trpc/upload.complete", { method: "POST", headers: json, body: text(64 * 1024 * 1024) });
    expect(answer.status).toBe(413);
  });
});
