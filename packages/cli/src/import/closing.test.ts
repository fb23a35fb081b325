import { CoverageGap, Manifest, manifestVersion, Snapshot } from "@kubin/schema";
import { expect, test } from "vitest";
import { openFakeIo } from "../fixtures/fake-io.ts";
import { tellClosing } from "./closing.ts";

const at = "2026-01-01T00:00:00Z";
const id = "0192f0c1-2345-7abc-8def-0123456789ab";
const ticket = { id, url: "http://kubin.test/s/t", ticket: "secret", expiresAt: at, state: "INITIATED" as const };
const snapshot = Snapshot.parse({
  id,
  state: "PROCESSING",
  partial: false,
  name: "small",
  createdAt: at,
  expiresAt: at,
  layout: "must-gather",
  progress: { partsKnown: 1, partsStored: 1, partsIndexed: 0, partsFailed: 0, bytesStored: 1 },
  counts: { objects: 0, types: 0, namespaces: 0, events: 0, logStreams: 0, logLines: 0 },
  gaps: 0,
  redactions: 0,
});
const copy = { kind: "duplicate", what: "b/pods.yaml", namespace: "shop", detail: "The same as a." };

/** What is said of a manifest with these gaps. */
async function saidOf(...gaps: object[]): Promise<string> {
  const { io, told } = openFakeIo();
  const manifest = Manifest.parse({
    version: manifestVersion,
    facts: { layout: "must-gather", tool: "test" },
    truncated: false,
    parts: [],
    coverage: gaps.map((gap) => CoverageGap.parse(gap)),
    redactions: [],
  });
  await tellClosing({ io, server: "http://kubin.test", snapshot, ticket, manifest, tookMs: 1 });
  return told();
}

test("nothing is missing by what the bundle holds twice", async () => {
  expect(await saidOf(copy)).toContain("  Not got     nothing is missing\n");
  expect(await saidOf(copy, { ...copy, kind: "cut" })).toContain("  Not got     1 cut\n");
});
