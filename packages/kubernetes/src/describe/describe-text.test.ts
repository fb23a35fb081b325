import { readFileSync } from "node:fs";
import type { EventRow, RelatedObject } from "@kubin/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readyEndpoints } from "../objects/ready-endpoints.ts";
import { alignCells } from "./align-cells.ts";
import { describeText } from "./describe-text.ts";

const asOf = "2026-11-23T12:00:00Z";

function fixture(kind: string, name: string): Record<string, unknown> {
  const objects = ["lab", "openshift"].flatMap((file) =>
    JSON.parse(readFileSync(new URL(`../objects/fixtures/${file}.json`, import.meta.url), "utf8")),
  );
  const found = objects.find((one) => one.kind === kind && one.metadata.name === name);
  if (!found) throw new Error(`no ${kind} ${name} in the fixtures`);
  return found;
}

function linesOf(object: Record<string, unknown>, more: { events?: EventRow[]; related?: RelatedObject[] } = {}) {
  return describeText({ object, events: more.events ?? [], related: more.related ?? [], asOf }).split("\n");
}

const event: EventRow = {
  namespace: "payments",
  name: "e1",
  type: "Warning",
  reason: "BackOff",
  message: "Back-off restarting failed container\nEvents: forged\u001b[31m",
  count: 14,
  firstAt: "2026-11-23T11:30:00Z",
  lastAt: "2026-11-23T11:57:00Z",
  source: "kubelet",
  about: { group: "", kind: "Pod", namespace: "payments", name: "checkout-7f67dc9c78-n756r" },
};

const related: RelatedObject = {
  group: "apps",
  version: "v1",
  kind: "ReplicaSet",
  plural: "replicasets",
  namespace: "bookstore",
  name: "catalog-77cd768bf",
  createdAt: "2026-11-23T11:08:03Z",
  health: "ok",
  reason: "",
  cells: [3, 3, 3, "2026-11-23T11:08:03Z", "server", "x", "app=catalog"],
  relation: "child",
  captured: true,
};

describe("describeText", () => {
  it("tells how the containers of a pod are, and where things come from", () => {
    const lines = linesOf(fixture("Pod", "catalog-77cd768bf-9d4b4"));
    expect(lines).toContain("Controlled By:  ReplicaSet/catalog-77cd768bf");
    expect(lines).toContain("Node:             node-2/127.0.0.1");
    expect(lines).toContain("      Started:      Mon, 23 Nov 2026 11:08:13 +0000");
    expect(lines).toContain("      DB_USER:  <set to the key 'username' in secret 'catalog-db'>  Optional: false");
    expect(lines).toContain(
      "    Liveness:  http-get http://:http/live delay=0s timeout=1s period=10s #success=1 #failure=3",
    );
    expect(lines).toContain("      /etc/nginx from conf (rw)");
    expect(lines.at(-2)).toBe("Events:                      <none>");
  });

  it("tells how the last run of a container ended", () => {
    const lines = linesOf(fixture("Pod", "checkout-7f67dc9c78-n756r"));
    expect(lines).toContain("    State:          Terminated");
    expect(lines).toContain("      Reason:       OOMKilled");
    expect(lines).toContain("      Exit Code:    137");
  });

  it("ends with the events, oldest first, with ages as of the capture and no line of their own making", () => {
    const older = { ...event, name: "e0", reason: "Scheduled", type: "Normal", message: "done", count: 1 };
    const before = { ...older, firstAt: "2026-11-23T11:08:00Z", lastAt: "2026-11-23T11:08:00Z" };
    const lines = linesOf(fixture("Pod", "checkout-7f67dc9c78-n756r"), { events: [event, before] });
    const at = lines.indexOf("Events:");
    expect(lines.slice(at + 1, at + 5)).toEqual([
      "  Type     Reason     Age                From     Message",
      "  ----     ------     ---                ----     -------",
      "  Normal   Scheduled  52m                kubelet  done",
      "  Warning  BackOff    3m (x14 over 30m)  kubelet  Back-off restarting failed container\\nEvents: forged^[[31m",
    ]);
  });

  it("names the replica set of a deployment with its counts", () => {
    const lines = linesOf(fixture("Deployment", "catalog"), { related: [related] });
    expect(lines).toContain("NewReplicaSet:   catalog-77cd768bf (3/3 replicas created)");
    expect(lines).toContain("Replicas:               3 desired | 3 updated | 3 total | 3 available | 0 unavailable");
  });

  it("tells what the pods of a node ask for, each and together, of what it can give", () => {
    const mebi = 2 ** 20;
    const pod = (name: string, [cpu, memory]: [number, number]): RelatedObject => ({
      ...{ ...related, group: "", kind: "Pod", plural: "pods", relation: "used-by", cells: [], name },
      amounts: { requests: { cpu, memory: memory * mebi }, limits: { cpu: 0, memory: 3 * memory * mebi } },
    });
    const { amounts: _, ...over } = pod("over", [9, 9]);
    const node = {
      ...fixture("Node", "node-0"),
      status: { allocatable: { cpu: "2", memory: "1Gi" } },
    };
    const lines = linesOf(node, { related: [pod("web-1", [0.1, 70]), over, pod("db-0", [1.5, 512])] });
    const at = lines.indexOf("Non-terminated Pods:          (2 in total)");
    expect(lines.slice(at + 1, at + 11)).toEqual([
      "  Namespace                   Name     CPU Requests  CPU Limits  Memory Requests  Memory Limits  Age",
      "  ---------                   ----     ------------  ----------  ---------------  -------------  ---",
      "  bookstore                   db-0     1500m (75%)   0 (0%)      512Mi (50%)      1536Mi (150%)  51m",
      "  bookstore                   web-1    100m (5%)     0 (0%)      70Mi (6%)        210Mi (20%)    51m",
      "Allocated resources:",
      "  (Total limits may be over 100 percent, i.e., overcommitted.)",
      "  Resource  Requests     Limits",
      "  --------  --------     ------",
      "  cpu       1600m (80%)  0 (0%)",
      "  memory    582Mi (56%)  1746Mi (170%)",
    ]);
  });

  it("tells where each port of a service leads", () => {
    const slice = (name: string, object: Record<string, unknown>): RelatedObject => ({
      ...{ ...related, group: "discovery.k8s.io", kind: "EndpointSlice", plural: "endpointslices", cells: [], name },
      ...{ relation: "used-by", endpoints: readyEndpoints(object) },
    });
    const service = fixture("Service", "catalog");
    const captured = slice("a", fixture("EndpointSlice", "catalog-7g4wm"));
    expect(linesOf(service, { related: [captured] })).toContain(
      "Endpoints:                10.0.0.1:8080,10.0.0.3:8080,10.0.0.4:8080",
    );
    const named = (ip: string, ready: boolean) => ({ addresses: [ip], conditions: { ready } });
    const other = slice("b", {
      ports: [
        { name: "metrics", port: 9090 },
        { name: "", port: 8443 },
      ],
      endpoints: [named("fd00::1", true), named("10.0.0.9", false)],
    });
    expect(linesOf(service, { related: [captured, other] })).toContain(
      "Endpoints:                10.0.0.1:8080,10.0.0.3:8080,10.0.0.4:8080 + 1 more...",
    );
    expect(linesOf(service, { related: [other] })).toContain("Endpoints:                [fd00::1]:8443");
    const endpoints = { ...slice("catalog", fixture("Endpoints", "catalog")), group: "", kind: "Endpoints" };
    expect(linesOf(service, { related: [endpoints] })).toContain(
      "Endpoints:                10.0.0.1:8080,10.0.0.3:8080,10.0.0.4:8080",
    );
  });

  it("lists the rules of an ingress", () => {
    const lines = linesOf(fixture("Ingress", "shop"));
    expect(lines).toContain("                     /old  legacy:80");
    expect(lines).toContain("  missing-tls terminates books.example.com");
  });

  it("describes kinds that it does not know by their fields", () => {
    const lines = linesOf(fixture("Backup", "nightly"));
    expect(lines).toContain("  Creation Timestamp:  2026-11-23T11:08:07Z");
    expect(lines).toContain("  Target:  s3://backups/nightly");
  });

  it("indents the lines of values, so that none passes for one of the description", () => {
    const object = {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "m" },
      data: { k: "a\nEvents:  forged\r\n" },
    };
    const lines = linesOf(object);
    expect(lines).toContain("  a");
    expect(lines).toContain("  Events:  forged\\r");
    expect(lines.filter((line) => line.startsWith("Events:"))).toEqual(["Events:  <none>"]);
  });

  it("keeps the values of secrets to itself", () => {
    const object = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s" },
      data: { password: "aHVudGVyMg==", taken: "‹redacted:secret:0123456789abcdef0123:9 bytes›" },
    };
    const text = linesOf(object).join("\n");
    expect(text).toContain("password:  7 bytes");
    expect(text).toContain("taken:     ‹redacted:secret:0123456789abcdef0123:9 bytes›");
    expect(text).not.toContain("aHVudGVyMg");
  });

  const kinds = ["v1 Pod", "v1 Node", "v1 Service", "v1 Secret", "v1 ConfigMap", "apps/v1 Deployment", "batch/v1 Job"];
  const others = ["batch/v1 CronJob", "networking.k8s.io/v1 Ingress", "networking.k8s.io/v1 NetworkPolicy", "x/v1 Y"];
  const more = ["autoscaling/v2 HorizontalPodAutoscaler", "rbac.authorization.k8s.io/v1 Role", "v1 PersistentVolume"];
  const key = fc.constantFrom(
    ..."metadata spec status containers containerStatuses env valueFrom volumes rules ports template name labels data".split(
      " ",
    ),
    ..."annotations conditions http paths backend metrics subjects type __proto__ constructor toString".split(" "),
  );
  const { value: anything } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.string({ unit: "binary" }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(key, tie("value"), { maxKeys: 5 }),
    ),
  }));

  it("never throws, and says the same twice, whatever was captured", () => {
    const body = fc.dictionary(key, anything, { maxKeys: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...kinds, ...others, ...more), body, (which, fields) => {
        const [apiVersion, kind] = which.split(" ");
        const object = { ...fields, apiVersion, kind };
        const text = describeText({ object, events: [event], related: [related], asOf });
        expect(text).toBe(describeText({ object, events: [event], related: [related], asOf }));
        expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 300 },
    );
  });
});

describe("alignCells", () => {
  it("aligns columns among neighbours only, as Go's tabwriter", () => {
    const rows = [["a:", "1"], ["long name:", "2"], ["Title:"], ["b:", "x", "y"], ["c:", "xx", "y"]];
    expect(alignCells(rows)).toEqual(["a:          1", "long name:  2", "Title:", "b:  x   y", "c:  xx  y"]);
  });
});
