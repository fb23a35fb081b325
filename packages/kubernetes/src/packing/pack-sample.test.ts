import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { gunzipSync } from "node:zlib";
import { openSource } from "@kubin/archives";
import { load } from "js-yaml";
import { beforeAll, describe, expect, it } from "vitest";
import { detectLayouts } from "../bundle/detect-layouts.ts";
import { packAll, type Unpacked } from "./fixtures/pack-all.ts";

const samples = new URL("../../../../samples/", import.meta.url);
const sample = new URL("must-gather-aws.tar.gz", samples).pathname;

interface Oracle {
  namespace: string;
  pod: string;
  container: string;
  file: string;
  lines: number;
  bytes: number;
}

function oracles(): Oracle[] {
  const rows = readFileSync(new URL("oracles/must-gather-aws.files.tsv", samples), "utf8").trim().split("\n").slice(1);
  return rows.map((row) => {
    const [namespace = "", pod = "", container = "", file = "", lines, bytes] = row.split("\t");
    return { namespace, pod, container, file, lines: Number(lines), bytes: Number(bytes) };
  });
}

/** All YAML files of the tar, by walking its headers: no code of the product. GNU tar keeps long names in an entry. */
function yamlFiles(): Map<string, string> {
  const tar = gunzipSync(readFileSync(sample));
  const files = new Map<string, string>();
  let longName: string | undefined;
  for (let at = 0; at < tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 135), 8);
    const content = () => tar.toString("utf8", at + 512, at + 512 + size);
    const type = tar.toString("latin1", at + 156, at + 157);
    const name = longName ?? tar.toString("utf8", at, at + 100).replace(/\0.*$/s, "");
    longName = type === "L" ? content().replace(/\0.*$/s, "") : undefined;
    if (type === "0" && name.endsWith(".yaml")) files.set(name, content());
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

describe("the real must-gather", () => {
  let packed: Unpacked;

  beforeAll(async () => {
    await using source = await openSource({ path: sample, spoolDir: tmpdir() });
    expect(await detectLayouts(source)).toEqual([{ layout: "must-gather", root: "must-gather-aws/" }]);
    packed = await packAll(source);
  }, 120_000);

  it("has every line of every log file, and every byte but for what was taken out of a few", () => {
    const rows = oracles();
    expect(rows.length).toBe(1330);
    const keys = new Set<string>();
    let lines = 0;
    let redacted = 0;
    for (const row of rows) {
      // Unchecked readings are all empty in this bundle, so they tell no stream.
      if (row.file.includes("insecure")) {
        expect(row.bytes).toBe(0);
        continue;
      }
      const key = [row.namespace, row.pod, row.container, row.file.replace(".log", "")].join("/");
      const log = packed.logs.get(key);
      const marked = log?.text.split("\n").filter((line) => line.includes("‹redacted:")).length ?? 0;
      expect([key, log?.lines ?? 0]).toEqual([key, row.lines]);
      if (marked === 0) expect([key, log?.bytes.length ?? 0]).toEqual([key, row.bytes]);
      redacted += marked;
      lines += row.lines;
      keys.add(key);
    }
    expect(lines).toBe(151_207);
    expect(redacted).toBeLessThan(lines / 1000);
    expect([...packed.logs.keys()].filter((key) => !keys.has(key))).toEqual([]);
  });

  it("has every object of every YAML file once", () => {
    const expected = new Set<string>();
    for (const text of yamlFiles().values()) {
      const document = load(text, { json: true }) as { kind: string; items?: Named[] | null } & Named;
      const items = document.kind.endsWith("List") ? (document.items ?? []) : [document];
      for (const item of items) expected.add(nameOf(item));
    }
    const found = packed.records.map(({ object }) => nameOf(object as unknown as Named));
    expect(found.length).toBeGreaterThan(8000);
    expect(new Set(found).size).toBe(found.length);
    expect(found.sort()).toEqual([...expected].sort());
  });

  it("names plurals as the API does, keeps events apart and never mixes namespaces in a part", () => {
    const plurals = new Map(packed.records.map(({ plural, object }) => [String(object.kind), plural]));
    for (const [kind, plural] of Object.entries({
      Endpoints: "endpoints",
      Ingress: "ingresses",
      Proxy: "proxies",
      SecurityContextConstraints: "securitycontextconstraints",
      Pod: "pods",
    })) {
      expect(plurals.get(kind)).toBe(plural);
    }
    for (const { part, object } of packed.records) {
      expect(part.type === "events").toBe(object.kind === "Event");
      expect((object.metadata as { namespace?: string }).namespace ?? "").toBe(part.namespace);
    }
    const types = packed.parts.map(({ entry }) => entry.type);
    expect(types.indexOf("logs")).toBeGreaterThan(types.lastIndexOf("events"));
    expect(types.indexOf("events")).toBeGreaterThan(types.lastIndexOf("resources"));
  });

  it("knows the cluster, its version and the time of the capture", () => {
    expect(packed.manifest.facts).toMatchObject({
      layout: "must-gather",
      tool: "test",
      cluster: { name: "ci-ln-5ylibmb-d5d6b-dfvr6", uid: "93c62bd8-ce64-47b0-a737-2236a9be1484" },
      kubernetesVersion: "v1.21.1+38b3ecc",
      capturedAt: "2021-08-03T10:14:13.632Z",
    });
  });

  it("keeps everything else as documents, equal ones once, and has no other gap", () => {
    const kept = packed.parts.flatMap(({ entry }) => (entry.type === "bundle" ? [entry.path ?? ""] : []));
    const twice = packed.manifest.coverage.map(({ kind, what }) => {
      expect(kind).toBe("duplicate");
      return what;
    });
    const groups = new Map<string, number>();
    for (const path of [...kept, ...twice]) {
      const [, second = "", third = second] = path.split("/");
      groups.set(third, (groups.get(third) ?? 0) + 1);
    }
    expect(Object.fromEntries(groups)).toEqual({
      etcd_info: 4,
      "event-filter.html": 1,
      host_service_logs: 9,
      ingress_controllers: 2,
      monitoring: 2,
      namespaces: 9,
      timestamp: 2,
      version: 1,
    });
    expect(twice.length).toBe(3);
  });

  it("lets no value of a Secret out, and no last-applied-configuration", () => {
    const secrets = packed.records.filter(({ plural }) => plural === "secrets");
    expect(secrets.length).toBeGreaterThan(500);
    for (const { object } of secrets) {
      for (const value of Object.values((object.data ?? {}) as Record<string, string>)) {
        // Certificates are public; the tool before us left them, and masked the rest.
        if (/^LS0tLS1CRUdJTiBDRVJU/.test(value)) expect(atob(value)).not.toContain("PRIVATE KEY");
        else expect(value).toMatch(/^‹redacted:secret:(?:[0-9a-f]{20}:)?\d+ bytes›$/);
      }
    }
    expect(packed.everything.includes("Ynl0ZXMgbG9u")).toBe(false); // base64 of "bytes lon", the mask of the tool before us
    expect(packed.everything.includes('"kubectl.kubernetes.io/last-applied-configuration":')).toBe(false);
    // The page in the bundle quotes events whole, so only objects are looked at.
    for (const { object } of packed.records) expect(object.metadata).not.toHaveProperty("managedFields");
    const counts = new Map<string, number>();
    for (const { rule, count } of packed.manifest.redactions) counts.set(rule, (counts.get(rule) ?? 0) + count);
    // Its values of Secrets were masked by the tool; the pull secret in the MachineConfigs and others were not.
    expect(Object.fromEntries(counts)).toMatchObject({
      "masked-before": 1752,
      "ca-bundle": 29,
      field: 22,
      "certificate-request": 13,
      env: 7,
      "last-applied-configuration": 5,
    });
    expect(counts.has("secret")).toBe(false);
  });
});

interface Named {
  apiVersion: string;
  kind: string;
  metadata: { namespace?: string; name: string };
}

function nameOf({ apiVersion, kind, metadata }: Named): string {
  const group = apiVersion.includes("/") ? apiVersion.split("/")[0] : "";
  return [group, kind, metadata.namespace ?? "", metadata.name].join("/");
}
