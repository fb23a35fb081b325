import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type OpenedKubin, openKubin } from "./testing.ts";

let kubin: OpenedKubin;
beforeAll(async () => {
  kubin = await openKubin();
});
afterAll(() => kubin.close());

interface Begun {
  id: string;
  ticket: string;
  url: string;
  state: string;
}

async function rest(path: string, init: RequestInit = {}, server = kubin.url) {
  const headers = { ...init.headers, ...(init.body != null && { "Content-Type": "application/json" }) };
  const answer = await fetch(`${server}/api/v1${path}`, { ...init, headers });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
}

async function begin(server = kubin.url): Promise<Begun> {
  const body = JSON.stringify({ name: "test", layout: "must-gather", manifestVersion: 1 });
  const answer = await rest("/uploads", { method: "POST", body }, server);
  expect(answer.status).toBe(200);
  return answer.body;
}

function statusFor(host: string): Promise<number> {
  const { port } = new URL(kubin.url);
  return new Promise((resolve, reject) => {
    const req = request({ host: "127.0.0.1", port, path: "/readyz", headers: { Host: host } }, (res) => {
      res.resume();
      resolve(res.statusCode ?? 0);
    });
    req.on("error", reject);
    req.end();
  });
}

describe("a running server", () => {
  it("is ready, and answers under its own name alone", async () => {
    const { port } = new URL(kubin.url);
    await vi.waitFor(async () => expect(await statusFor(`localhost:${port}`)).toBe(200), 20_000);
    expect(await statusFor(`evil.example:${port}`)).toBe(403);
    expect((await fetch(`${kubin.url}/readyz`, { headers: { Origin: "http://evil.example" } })).status).toBe(403);
    const metrics = await (await fetch(`${kubin.url}/metrics`)).text();
    expect(metrics).toContain("kubin_http_request_seconds_bucket");
    expect(metrics).toContain("process_cpu_seconds_total");
  });

  it("keeps its data to its user", async () => {
    expect((await stat(kubin.dataDir)).mode & 0o077).toBe(0);
  });

  it("gives id, ticket and link, none of which opens what another does", async () => {
    const { id, ticket, url, state } = await begin();
    expect(state).toBe("INITIATED");
    const token = url.slice(`${kubin.url}/s/`.length);
    expect(new Set([id, ticket, token]).size).toBe(3);
    const opens = async (headers: Record<string, string>) => (await rest(`/snapshots/${id}`, { headers })).status;
    expect(await opens({ "x-kubin-link": token })).toBe(200);
    expect(await opens({ "x-kubin-ticket": ticket })).toBe(200);
    expect(await opens({ "x-kubin-link": ticket })).toBe(404);
    expect(await opens({ "x-kubin-ticket": token })).toBe(404);
    expect(await opens({ "x-kubin-link": id })).toBe(404);
  });

  it("takes a part by its signed URL, and only that part", async () => {
    const { id, ticket } = await begin();
    const bytes = randomBytes(100_000);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const part = { type: "bundle", namespace: "", sha256, size: bytes.length, items: 1, path: "version" };
    const signed = await rest(`/uploads/${id}/parts`, {
      method: "POST",
      headers: { "x-kubin-ticket": ticket },
      body: JSON.stringify({ parts: [part] }),
    });
    expect(signed.status).toBe(200);
    const { upload } = signed.body.parts[0];
    const put = (body: Uint8Array<ArrayBuffer>) => fetch(upload.url, { method: "PUT", headers: upload.headers, body });
    const wrong = await put(new Uint8Array(bytes.length));
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    expect((await put(new Uint8Array(bytes))).ok).toBe(true);
    expect((await fetch(upload.url.replace(sha256, sha256.replace(/^./, "0")))).status).toBeGreaterThanOrEqual(400);
  });
});

describe("stopping", () => {
  it("keeps the data for the next start, and refuses a second server beside it", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "kubin-"));
    const first = await openKubin({ dataDir });
    const { id } = await begin(first.url);
    await expect(openKubin({ dataDir })).rejects.toMatchObject({ code: "CONFLICT" });
    await first.close();
    const second = await openKubin({ dataDir });
    expect((await rest(`/snapshots/${id}`, {}, second.url)).body).toMatchObject({ id, name: "test" });
    await second.close();
    await rm(dataDir, { recursive: true });
  });

  it("does not wait for watchers", async () => {
    const other = await openKubin();
    const { id } = await begin(other.url);
    const input = encodeURIComponent(JSON.stringify({ snapshotId: id }));
    const headers = { Accept: "text/event-stream" };
    const watched = await fetch(`${other.url}/trpc/metadata.watch?input=${input}`, { headers });
    const reading = watched.text().then(
      () => "ended",
      () => "cut",
    );
    const startedAt = performance.now();
    await other.close();
    expect(await reading).toBe("cut");
    expect(performance.now() - startedAt).toBeLessThan(6_000);
  });
});
