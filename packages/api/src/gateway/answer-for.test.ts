import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../app-router.ts";
import { openTestGateway, snapshotId, type TestGateway } from "../fixtures/test-gateway.ts";
import type { Meta } from "../trpc.ts";
import { type Role, roles, rolesOfProcedures, rolesOfRoute } from "./roles.ts";

interface Asked {
  method?: string;
  path: string;
  body?: string;
}

const input = encodeURIComponent(JSON.stringify({ snapshotId }));
const post = (path: string): Asked => ({ method: "POST", path, body: "{}" });
const addresses: Record<Exclude<Role, "worker">, Asked[]> = {
  gateway: [
    { path: "/" },
    { path: "/s/a-secret-of-22-letters" },
    { path: "/snapshots/1" },
    { path: "/assets/none.js" },
  ],
  query: [
    { path: `/trpc/metadata.get?input=${input}` },
    { path: "/trpc/metadata.kinds,analytics.overview?batch=1" },
    { path: "/trpc/nothing.known" },
    { path: "/api/v1/snapshots" },
    { path: `/api/v1/snapshots/${snapshotId}` },
    { path: "/api/v1/openapi.json" },
  ],
  upload: [
    post("/trpc/upload.begin"),
    post("/trpc/%75pload.begin"),
    post("/trpc/below/upload.begin"),
    post("/trpc/upload.sign,upload.complete?batch=1"),
    post("/api/v1/uploads"),
    post(`/api/v1/uploads/${snapshotId}/parts`),
    post(`/api/v1/UPLOADS/${snapshotId}/abort`),
  ],
};

let webRoot: string;
const gateways = new Map<Role, TestGateway>();
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), "kubin-"));
  await writeFile(join(webRoot, "index.html"), "<!doctype html>");
  for (const role of roles) gateways.set(role, await openTestGateway({ roles: [role], webRoot }));
});
afterAll(async () => {
  for (const gateway of gateways.values()) await gateway[Symbol.asyncDispose]();
  await rm(webRoot, { recursive: true });
});

async function ask(role: Role, { method, path, body }: Asked) {
  const headers: Record<string, string> = body === undefined ? {} : { "Content-Type": "application/json" };
  const answer = await gateways.get(role)?.ask({ path, headers, ...(method && { method }), ...(body && { body }) });
  if (!answer) throw new Error(`no gateway of ${role}`);
  return answer;
}

const cases = Object.entries(addresses).flatMap(([owner, all]) => all.map((asked) => ({ owner, asked, ...asked })));

describe.each(roles)("a process of the role %s alone", (role) => {
  it.each(["/healthz", "/readyz", "/metrics"])("answers %s", async (path) => {
    expect((await ask(role, { path })).status).toBe(200);
  });

  it.each(cases)("with $path", async ({ owner, asked }) => {
    const { status, text } = await ask(role, asked);
    if (role === owner) {
      expect(text).not.toContain("KUBIN_ROLES");
      return;
    }
    expect(status).toBe(404);
    const message = expect.stringMatching(new RegExp(`not have the role ${owner}\\b.*KUBIN_ROLES is ${role}\\b`));
    // Both shapes: of tRPC and of `/api/v1`.
    const data = { httpStatus: 404, kubin: { code: "UNSUPPORTED", message } };
    expect(JSON.parse(text)).toMatchObject({ message, data, error: { data } });
  });
});

it("a batch that mixes is refused whole by who has one of its roles, and answered by who has both", async () => {
  const mixed = { path: "/trpc/metadata.kinds,upload.begin?batch=1" };
  for (const role of ["query", "upload"] as const) expect((await ask(role, mixed)).text).toContain("KUBIN_ROLES");
  await using both = await openTestGateway({ roles: ["query", "upload"] });
  expect((await both.ask(mixed)).text).not.toContain("KUBIN_ROLES");
});

it("a procedure and its route are of one role", () => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { meta?: Meta } }>;
  const seen = new Set<Role>();
  for (const [name, { _def }] of Object.entries(procedures)) {
    const [role = "worker"] = rolesOfProcedures(`/${name}`);
    seen.add(role);
    expect(role, name).toBe(name.split(".")[0] === "upload" ? "upload" : "query");
    if (_def.meta?.openapi) expect(rolesOfRoute(_def.meta.openapi.path), name).toEqual([role]);
  }
  expect(seen).toEqual(new Set(["upload", "query"]));
});
