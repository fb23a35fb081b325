import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../app-router.ts";
import { openTestGateway, snapshotId, type TestGateway } from "../fixtures/test-gateway.ts";

let gateway: TestGateway;
const sought: unknown[] = [];
beforeAll(async () => {
  gateway = await openTestGateway({
    metadata: {
      findResource: async (_scope, ref) => {
        sought.push(ref);
        return undefined;
      },
    },
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

async function call(path: string, more: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  const { status, text } = await gateway.ask({ path: `/api/v1${path}`, ...more });
  return { status, body: text === "" ? undefined : JSON.parse(text) };
}

interface Operation {
  operationId: string;
  responses: Record<string, unknown>;
  parameters?: { name: string; in: string; required?: boolean }[];
}
interface OpenApi {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
}

describe("the OpenAPI document", () => {
  it("has every procedure but subscriptions, once", async () => {
    const { status, body } = await call("/openapi.json");
    const document = body as OpenApi;
    expect(status).toBe(200);
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.servers[0]?.url).toBe(`${gateway.url}/api/v1`);
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const names = operations.map(({ operationId }) => operationId.replace("-", "."));
    const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
    const callable = Object.entries(procedures).filter(([, { _def }]) => _def.type !== "subscription");
    expect(names.sort()).toEqual(callable.map(([name]) => name).sort());
    for (const { responses } of operations) expect(responses).toHaveProperty("200");
  });

  it("is whole: every reference leads somewhere, every path parameter is described", async () => {
    const { body } = await call("/openapi.json");
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? "");
    expect(references.length).toBeGreaterThan(10);
    for (const path of references) {
      const target = path.split("/").reduce<unknown>((at, key) => Reflect.get(Object(at), key), body);
      expect(target, path).toBeTypeOf("object");
    }
    for (const [path, operations] of Object.entries((body as OpenApi).paths)) {
      for (const [, name] of path.matchAll(/\{(.+?)\}/g)) {
        for (const { parameters } of Object.values(operations)) {
          expect(parameters).toContainEqual(expect.objectContaining({ name, in: "path", required: true }));
        }
      }
    }
  });
});

describe("procedures", () => {
  it("answer plain JSON", async () => {
    const { status, body } = await call(`/snapshots/${snapshotId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: snapshotId, name: "sample" });
    expect((await call("/snapshots?limit=5")).body.items).toHaveLength(1);
  });

  it("keep empty parameters: the core group is one", async () => {
    const { status } = await call(`/snapshots/${snapshotId}/resource?group=&plural=nodes&namespace=&name=n1`);
    expect(status).toBe(404);
    expect(sought).toContainEqual(expect.objectContaining({ group: "", plural: "nodes", namespace: "", name: "n1" }));
  });

  it("say what went wrong, with Kubin's code", async () => {
    const missing = await call("/snapshots/01890a5d-ac96-774b-bcce-b302099a8058");
    expect(missing).toMatchObject({ status: 404, body: { code: "NOT_FOUND", data: { kubin: { code: "NOT_FOUND" } } } });
    const wrong = await call("/snapshots/nope");
    expect(wrong).toMatchObject({ status: 400, body: { data: { kubin: { code: "BAD_INPUT" } } } });
    expect(wrong.body.message).toContain("snapshotId");
    const link = await call("/link", { headers: { "x-kubin-link": "wrong" } });
    expect(link).toMatchObject({ status: 404, body: { data: { kubin: { code: "NOT_FOUND" } } } });
    expect((await call("/nothing")).status).toBe(404);
  });

  it.each(["?__proto__=1", "?constructor=1&toString=2", "?limit=5&limit=6", "?limit=-1", "?limit=NaN"])(
    "refuse or ignore %s without a defect",
    async (query) => {
      const { status } = await call(`/snapshots${query}`);
      expect([200, 400]).toContain(status);
    },
  );

  it("limit bodies, and want JSON", async () => {
    const path = `/uploads/${snapshotId}/abort`;
    const headers = { "Content-Type": "application/json; charset=utf-8" };
    const body = JSON.stringify({ reason: "x".repeat(1024 * 1024) });
    const large = await call(path, { method: "POST", headers, body });
    expect(large).toMatchObject({ status: 413, body: { error: { data: { kubin: { code: "TOO_LARGE" } } } } });
    const broken = await call(path, { method: "POST", headers, body: "{" });
    expect(broken).toMatchObject({ status: 400, body: { error: { data: { kubin: { code: "BAD_INPUT" } } } } });
    const text = await call(path, { method: "POST", headers: { "Content-Type": "text/plain" }, body: "x" });
    expect(text.status).toBe(415);
    const right = await call(path, { method: "POST", headers, body: '{"reason":"x"}' });
    expect(right.body.data.kubin.code).toBe("FORBIDDEN");
  });
});
