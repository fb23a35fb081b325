import { Namespace } from "@kubin/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packAll } from "../../packing/fixtures/pack-all.ts";
import { treeSource } from "../../packing/fixtures/tree-source.ts";
import { testKey, testRedactor } from "../fixtures/redact.ts";
import { createPseudonyms } from "./pseudonyms.ts";
import { renameLines } from "./rename-lines.ts";
import { textRenamer } from "./rename-text.ts";

const names = {
  namespaces: new Set(["payments", "team-a", "default", "kube-system", "openshift-etcd", "data"]),
  hosts: new Set(["ip-10-0-1-2.ec2.internal", "ip-10-0-1-2", "worker1", "master", "api.shop.example.com"]),
  domains: new Set(["apps.shop.example.com"]),
};
const pseudonyms = createPseudonyms(testKey, names.hosts);
const rename = textRenamer(names, pseudonyms);
const ns = pseudonyms.namespace("payments");
const host = pseudonyms.host("ip-10-0-1-2");
const v4 = String.raw`2(?:4\d|5[0-4])\.\d{1,3}\.\d{1,3}\.\d{1,3}`;

describe("pseudonyms in text", () => {
  it("stand for namespaces that are whole words", () => {
    expect(rename("namespace=payments")).toBe(`namespace=${ns}`);
    expect(rename('"payments/web-0": redis.payments.svc.cluster.local:6379')).toBe(
      `"${ns}/web-0": redis.${ns}.svc.cluster.local:6379`,
    );
    expect(rename("namespaces/payments/pods/web")).toBe(`namespaces/${ns}/pods/web`);
    const kept = "payments-api prepayments payments_total Payments kube-system default openshift-etcd";
    expect(rename(kept)).toBe(kept);
  });

  it("stand for hosts, short and long, behind names of static pods, and for whatever lies in a domain", () => {
    expect(rename("node ip-10-0-1-2.ec2.internal is ready")).toBe(`node ${host} is ready`);
    expect(rename("etcd-ip-10-0-1-2.ec2.internal")).toBe(`etcd-${host}`);
    expect(rename("IP-10-0-1-2")).toBe(host);
    expect(rename("https://console.apps.shop.example.com/x")).toMatch(/^https:\/\/host-[0-9a-f]{10}\/x$/);
    expect(rename("*.apps.shop.example.com")).toMatch(/^\*\.host-[0-9a-f]{10}$/);
    expect(rename("openshift-master-controllers, master")).toMatch(/^openshift-master-controllers, host-[0-9a-f]{10}$/);
  });

  it("stand for addresses, which stay addresses", () => {
    expect(rename("dial tcp 10.0.0.1:443: refused")).toMatch(new RegExp(`^dial tcp ${v4}:443: refused$`));
    expect(rename("10-128-0-5.payments.pod")).toMatch(new RegExp(`^${v4.replaceAll("\\.", "-")}\\.${ns}\\.pod$`));
    expect(rename("[fe80::1%eth0]:80")).toMatch(/^\[2001:db8(:[0-9a-f]{4}){6}%eth0\]:80$/);
    expect(rename("::ffff:8 fd00:1:2:3:4:5:6:7")).toMatch(/^2001:db8\S+ 2001:db8\S+$/);
    const kept =
      "127.0.0.1 0.0.0.0 255.255.255.0 ::1 169.254.169.254 12:34:56 aa:bb:cc:dd:ee:ff std::vec v1.2.3 300.1.1.1";
    expect(rename(kept)).toBe(kept);
  });

  it("are valid, distinct, equal for equal names, and others under another key", () => {
    const all = Array.from({ length: 3000 }, (_, index) => pseudonyms.namespace(`team-${index}`));
    expect(new Set(all).size).toBe(3000);
    expect(all.every((name) => Namespace.safeParse(name).success)).toBe(true);
    expect(createPseudonyms(testKey, new Set()).namespace("payments")).toBe(ns);
    expect(createPseudonyms(new Uint8Array(32), new Set()).namespace("payments")).not.toBe(ns);
  });

  it("are given once, and leave marks alone", () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...names.namespaces,
        ...names.hosts,
        ...names.domains,
        "10.1.2.3",
        "fe80::2",
        "ns",
        "host",
        ns,
        host,
      ),
      fc.constantFrom("‹redacted:payments:0123456789abcdef0123›", ".", "-", ":", "/", " ", "=", '"', "svc", "é"),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const once = rename(words.join(""));
        expect(rename(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
    expect(rename("‹redacted:data:0123456789abcdef0123›")).toBe("‹redacted:data:0123456789abcdef0123›");
  });

  it("are the same however content is cut into chunks, and keep bytes that are no UTF-8", async () => {
    const text = "a payments b\n10.0.0.1 ‹redacted:jwt:0123456789abcdef0123› é\n\nlast team-a";
    const bytes = new Uint8Array([...new TextEncoder().encode(text), 0xff, 0x0a, 0xe2, 0x80]);
    const whole = Buffer.concat(await collect([bytes]));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length })), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
        expect(Buffer.concat(await collect(chunks)).equals(whole)).toBe(true);
      }),
      { numRuns: 50 },
    );
    expect(whole.subarray(-4)).toEqual(Buffer.from([0xff, 0x0a, 0xe2, 0x80]));
    expect(whole.toString()).toContain(`a ${ns} b\n`);
  });
});

async function collect(chunks: Uint8Array[]): Promise<Uint8Array[]> {
  async function* content() {
    yield* chunks;
  }
  const out: Uint8Array[] = [];
  for await (const chunk of renameLines(content(), rename)) out.push(chunk);
  return out;
}

describe("a bundle with redactNames", () => {
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "etcd-worker1.corp.example", namespace: "payments", labels: { team: "payments" } },
    spec: {
      nodeName: "worker1.corp.example",
      containers: [{ name: "c", env: [{ name: "DB", value: "db.payments.svc:5432" }] }],
    },
    status: { hostIP: "10.0.0.7", podIP: "10.128.3.4", message: "payments on worker1 failed" },
  };
  const binding = {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRoleBinding",
    metadata: { name: "b" },
    subjects: [{ kind: "ServiceAccount", name: "sa", namespace: "ledger" }],
  };
  const files = {
    "r/namespaces/payments/core/pods.yaml": JSON.stringify({ apiVersion: "v1", kind: "PodList", items: [pod] }),
    "r/cluster-scoped-resources/rbac/clusterrolebindings.yaml": JSON.stringify({
      apiVersion: "v1",
      kind: "List",
      items: [binding],
    }),
    "r/cluster-scoped-resources/core/namespaces/payments.yaml": JSON.stringify({
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: "payments" },
    }),
    "r/namespaces/payments/pods/etcd-worker1.corp.example/c/c/logs/current.log":
      "payments ledger worker1.corp.example 10.0.0.7\n",
    "r/namespaces/payments/notes.txt": "about payments at 10.128.3.4\n",
    "r/namespaces/payments/picture.png": new Uint8Array([0, 1, 2]),
  };

  it("has no name of its owner in any byte that leaves, and the same pseudonym everywhere", async () => {
    const packed = await packAll(treeSource(files), { redaction: { redactNames: true } });
    expect(packed.everything).not.toMatch(/payments|ledger|worker1|corp\.example|10\.0\.0\.7|10\.128\.3\.4/);
    expect(packed.everything).not.toMatch(/"path":"[^"]*payments/);
    const found = packed.records.find(({ object }) => object.kind === "Pod")?.object as typeof pod;
    expect(found.metadata.namespace).toBe(ns);
    expect(found.spec.containers[0]?.env[0]?.value).toBe(`db.${ns}.svc:5432`);
    expect(packed.records.find(({ object }) => object.kind === "Namespace")?.object.metadata).toEqual({ name: ns });
    const [log] = packed.logs;
    expect(log?.[0]).toBe(`${ns}/${found.metadata.name}/c/current`);
    expect(log?.[1].text).toBe(
      `${ns} ${pseudonyms.namespace("ledger")} ${found.spec.nodeName} ${found.status.hostIP}\n`,
    );
    expect(packed.manifest.facts.redaction?.namesRedacted).toBe(true);
    expect(packed.manifest.coverage.every(({ namespace }) => namespace === ns || namespace === "")).toBe(true);
    expect(packed.manifest.coverage.length).toBeGreaterThan(0);
  });

  it("keeps words of the API where a namespace is called so", async () => {
    const tested = await testRedactor({ redactNames: true });
    const object = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "x", namespace: "apps" } };
    expect(tested.object(object)).toEqual({
      ...object,
      metadata: { name: "x", namespace: pseudonyms.namespace("apps") },
    });
  });
});
