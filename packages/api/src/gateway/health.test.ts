import { KubinError } from "@kubin/schema";
import { expect, it } from "vitest";
import { openTestGateway } from "../fixtures/test-gateway.ts";

it("is alive and ready, with each dependency's latency", async () => {
  await using gateway = await openTestGateway();
  expect(await gateway.ask({ path: "/healthz" })).toMatchObject({ status: 200, text: '{"alive":true}' });
  const { status, text } = await gateway.ask({ path: "/readyz" });
  expect(status).toBe(200);
  const up = { state: "up", latencyMs: expect.any(Number) };
  const dependencies = { metadata: up, logs: up, objects: up, bus: up, cache: up };
  expect(JSON.parse(text)).toEqual({ ready: true, dependencies });
});

const ping = () => Promise.reject(new KubinError("UNAVAILABLE", "secret path"));

it.each(["logs", "objects", "bus", "cache"] as const)("serves on without %s, and says so", async (name) => {
  await using gateway = await openTestGateway({ [name]: { ping } });
  const { status, text } = await gateway.ask({ path: "/readyz" });
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ ready: true, dependencies: { [name]: { state: "down" } } });
});

it("tells each replica of the metadata, and serves on without it", async () => {
  await using gateway = await openTestGateway({ metadataReplicas: [{ ping: async () => {} }, { ping }] });
  const { status, text } = await gateway.ask({ path: "/readyz" });
  expect(status).toBe(200);
  const { dependencies } = JSON.parse(text);
  expect(dependencies["metadata-replica-1"]).toMatchObject({ state: "up" });
  expect(dependencies["metadata-replica-2"]).toMatchObject({ state: "down" });
});

it("is not ready without the metadata, and says nothing about why", async () => {
  await using gateway = await openTestGateway({ metadata: { ping } });
  const { status, headers, text } = await gateway.ask({ path: "/readyz" });
  expect(status).toBe(503);
  expect(headers["retry-after"]).toBe("5");
  expect(JSON.parse(text)).toMatchObject({ ready: false, dependencies: { metadata: { state: "down" } } });
  expect(text).not.toContain("secret");
  expect((await gateway.ask({ path: "/healthz" })).status).toBe(200);
});

it("does not wait for one that hangs", async () => {
  await using gateway = await openTestGateway({ metadata: { ping: () => new Promise(() => {}) } });
  const { status, text } = await gateway.ask({ path: "/readyz" });
  expect(status).toBe(503);
  expect(JSON.parse(text).dependencies.metadata.state).toBe("slow");
});

it("gives the metrics it was given", async () => {
  await using gateway = await openTestGateway();
  const { headers, text } = await gateway.ask({ path: "/metrics" });
  expect(headers["content-type"]).toBe("text/plain; version=0.0.4");
  expect(text).toContain("kubin_up 1");
});
