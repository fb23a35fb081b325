import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../bundle/json-object.ts";
import { testRedactor } from "./fixtures/redact.ts";

type Tested = Awaited<ReturnType<typeof testRedactor>>;
let tested: Tested;
beforeAll(async () => {
  tested = await testRedactor();
});

/** The object, and the rules by the fields they were used at. */
function redact(object: JsonObject, plural?: string) {
  tested.told.length = 0;
  const redacted = tested.object(object, plural);
  return { object: redacted, rules: tested.told.map(({ rule, at }) => `${rule} ${at}`) };
}

const base64 = (text: string) => Buffer.from(text).toString("base64");
const secretMark = (bytes: number) =>
  expect.stringMatching(new RegExp(`^‹redacted:secret:[0-9a-f]{20}:${bytes} bytes›$`));
const mark = (rule: string) => expect.stringMatching(new RegExp(`^‹redacted:${rule}:[0-9a-f]{20}›$`));

describe("values of Secrets", () => {
  it("become marks that tell their length and whether two are equal", () => {
    const { object, rules } = redact({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s" },
      type: "Opaque",
      data: { password: base64("hunter2"), empty: "", same: base64("hunter2"), key: base64("é") },
      stringData: { text: "hunter2" },
    });
    expect(object).toEqual({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s" },
      type: "Opaque",
      data: { password: secretMark(7), empty: "", same: secretMark(7), key: secretMark(2) },
      stringData: { text: secretMark(7) },
    });
    const data = object.data as Record<string, string>;
    expect(data.same).toBe(data.password);
    expect((object.stringData as JsonObject).text).toBe(data.password);
    expect(rules).toEqual(["secret data.password", "secret data.same", "secret data.key", "secret stringData.text"]);
  });

  it("are found in Templates, Lists, custom resources, and among secrets whatever the object calls itself", () => {
    const secret = { kind: "secret", data: { k: base64("value") }, stringData: { t: "value" } };
    for (const around of [
      { kind: "Template", objects: [secret] },
      { kind: "List", items: [{ kind: "List", items: [secret] }] },
      { kind: "Thing", spec: { a: [[{ b: secret }]] } },
      { kind: "SecretList", items: [{ ...secret, kind: undefined }] },
    ]) {
      const text = JSON.stringify(redact(around).object);
      expect(text).not.toContain(base64("value"));
      expect(text).not.toContain('"value"');
    }
    expect(redact({ kind: "Sneaky", data: { k: "eA==" } }, "secrets").object.data).toEqual({ k: secretMark(1) });
  });

  it("do not leave in any other shape", () => {
    for (const data of ["raw", ["a", { b: "raw" }], 5, true, { k: { nested: "raw" } }, { k: ["raw"] }]) {
      expect(JSON.stringify(redact({ kind: "Secret", data }).object)).not.toMatch(/raw|[^0-9a-f]5[^0-9a-f ]|true/);
    }
    expect(redact({ kind: "Secret", data: null }).object).toEqual({ kind: "Secret", data: null });
  });

  it("keep the masks of other tools, with the length those tell", () => {
    const data = { a: base64("916 bytes long"), b: "***HIDDEN***", c: "<redacted>" };
    const { object, rules } = redact({ kind: "Secret", data });
    expect(object.data).toEqual({ a: "‹redacted:secret:916 bytes›", b: "***HIDDEN***", c: "<redacted>" });
    expect(rules).toEqual(["masked-before data.a"]);
  });

  it("stay where they are public certificates and nothing else", () => {
    const pem = (label: string, bytes: number[]) =>
      `-----BEGIN ${label}-----\n${Buffer.from([...bytes, ...Array(80).fill(1)]).toString("base64")}\n-----END ${label}-----\n`;
    const certificate = pem("CERTIFICATE", [0x30, 0x82, 1, 1, 0x30, 0x82]);
    const key = pem(["PRIVATE", "KEY"].join(" "), [0x30, 0x82, 1, 1, 2, 1]);
    const sneaky = pem("CERTIFICATE", [0x30, 0x82, 1, 1, 2, 1]);
    const kept = (name: string, text: string) => {
      const { object } = redact({ kind: "Secret", type: "kubernetes.io/tls", data: { [name]: base64(text) } });
      return (object.data as JsonObject)[name] === base64(text);
    };
    expect([kept("tls.crt", certificate), kept("ca.crt", certificate + certificate)]).toEqual([true, true]);
    expect([kept("tls.key", certificate), kept("tls.crt", certificate + key), kept("tls.crt", key)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([kept("tls.crt", sneaky), kept("tls.crt", `hunter2\n${certificate}`)]).toEqual([false, false]);
  });
});

describe("releases of Helm", () => {
  it("keep name, labels and status, and lose what is packed in them", () => {
    const metadata = {
      name: "sh.helm.release.v1.shop.v3",
      labels: { name: "shop", owner: "helm", status: "deployed", version: "3" },
    };
    const release = base64("H4sIAAAAAAAA".repeat(10));
    for (const [kind, type] of [
      ["Secret", "helm.sh/release.v1"],
      ["ConfigMap", undefined],
    ] as const) {
      const { object, rules } = redact({ kind, type, metadata, data: { release } });
      expect(object.metadata).toEqual(metadata);
      expect((object.data as JsonObject).release).toMatch(/^‹redacted:helm-release:[0-9a-f]{20}:\d+ bytes›$/);
      expect(rules).toEqual(["helm-release data.release"]);
    }
  });
});

describe("copies and bookkeeping", () => {
  it("are dropped wherever they stand", () => {
    const metadata = (more: object) => ({ annotations: { keep: "1", ...more }, managedFields: [{ manager: "x" }] });
    const applied = metadata({ "kubectl.kubernetes.io/last-applied-configuration": '{"password":"x"}' });
    const { object, rules } = redact({
      kind: "List",
      items: [
        { kind: "Deployment", metadata: applied, spec: { template: { metadata: applied } } },
        { kind: "ServiceAccount", metadata: metadata({ "openshift.io/token-secret.value": "x" }) },
        {
          kind: "Addon",
          metadata: metadata({ "objectset.rio.cattle.io/applied": "H4sI", "kapp.k14s.io/original": "{}" }),
        },
        { kind: "Service", metadata: metadata({ "banzaicloud.com/last-applied": "UEsDB" }) },
      ],
    });
    const kept = { annotations: { keep: "1" } };
    expect(object.items).toEqual([
      { kind: "Deployment", metadata: kept, spec: { template: { metadata: kept } } },
      { kind: "ServiceAccount", metadata: kept },
      { kind: "Addon", metadata: kept },
      { kind: "Service", metadata: kept },
    ]);
    expect(rules.map((rule) => rule.split(" ")[0]).sort()).toEqual([
      ...Array(5).fill("last-applied-configuration"),
      "token-annotation",
    ]);
  });

  it("of certificates at webhooks become their size", () => {
    const webhook = { name: "w", clientConfig: { caBundle: base64("certificate") } };
    const { object } = redact({ kind: "ValidatingWebhookConfiguration", webhooks: [webhook] });
    expect(JSON.stringify(object)).toMatch(/‹redacted:ca-bundle:[0-9a-f]{20}:11 bytes›/);
  });
});

describe("literals whose name says that they are secrets", () => {
  it("are taken out of env, whatever the value", () => {
    const env = [
      { name: "DB_PASSWORD", value: "hunter2" },
      { name: "API_KEY", value: "password" },
      { name: "CLIENT_SECRET", value: "plain" },
      { name: "PGPASSWORD", value: "12345678" },
    ];
    const { object, rules } = redact({ kind: "Pod", spec: { containers: [{ env }] } });
    const found = (object.spec as { containers: { env: { value: string }[] }[] }).containers[0]?.env ?? [];
    expect(found.map(({ value }) => value)).toEqual(Array(4).fill(mark("env")));
    expect(rules).toEqual([0, 1, 2, 3].map((index) => `env spec.containers[0].env[${index}].value`));
  });

  it("stay where they are references, switches, paths, addresses, or say something of a secret", () => {
    const env = [
      ["TOKEN_URL", "https://login.example.com/token"],
      ["SECRET_NAME", "foo"],
      ["DB_PASSWORD", "$(POSTGRES_PASSWORD)"],
      ["AUTH_TOKEN_FILE", "/var/run/secrets/token"],
      ["API_TOKEN", "/var/run/secrets/kubernetes.io/token"],
      ["PASSWORD", ""],
      ["REQUIRE_PASSWORD", "true"],
      ["SESSION_SECRET", "***HIDDEN***"],
      ["PWD", "/app"],
      ["SSH_KEY", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI user@host"],
    ].map(([name, value]) => ({ name, value }));
    const object = {
      kind: "Pod",
      metadata: {
        annotations: {
          "checksum/secret": "d4c3a0e7b2f19857",
          "nginx.ingress.kubernetes.io/auth-secret": "team/basic-auth",
          "rbac.authorization.kubernetes.io/autoupdate": "true",
          "openshift.io/token-secret.name": "builder-token-t47v9",
        },
      },
      spec: {
        automountServiceAccountToken: false,
        imagePullSecrets: [{ name: "regcred" }],
        secrets: ["a", "b"],
        passwordSecret: "db-password",
        credentialsSecretRef: "creds",
        secret: "osp-secret",
        tokenExpirationSeconds: 3600,
        volumes: [
          { secret: { secretName: "db" } },
          { projected: { sources: [{ serviceAccountToken: { path: "token" } }] } },
        ],
        containers: [{ env, args: ["--password-file=/etc/pw", "--token-ttl=5m", "--secrets=a,b", "-v", "--key", "x"] }],
        tolerations: [{ key: "token", operator: "Equal", value: "x" }],
      },
      status: { secretHashes: { "libvirt-secret": "n5cch66dh647h88h55" } },
    };
    expect(redact(object)).toEqual({ object, rules: [] });
  });

  it("are taken out of annotations, labels, custom resources, headers and pairs anywhere", () => {
    const { object, rules } = redact({
      kind: "Thing",
      metadata: { annotations: { "example.com/api-token": "plain-word" }, labels: { password: "swordfish" } },
      spec: {
        dbPassword: "hunter2",
        valuesContent: "db:\n  password: two hunter2 words\n",
        pin: { password: 123456 },
        helm: { parameters: [{ name: "db.password", value: "hunter2" }] },
        probe: { httpHeaders: [{ name: "Authorization", value: "Basic xyz" }] },
        tags: [{ key: "client-secret", value: "plain" }],
      },
    });
    expect(JSON.stringify(object)).not.toMatch(/plain|hunter2|swordfish|xyz|123456/);
    expect(rules).toEqual([
      'annotation metadata.annotations["example.com/api-token"]',
      "label metadata.labels.password",
      "field spec.dbPassword",
      "config-value spec.valuesContent",
      "field spec.pin.password",
      "field spec.helm.parameters[0].value",
      "header spec.probe.httpHeaders[0].value",
      "field spec.tags[0].value",
    ]);
  });

  it("are taken out of arguments", () => {
    const planted = "hunter2x";
    const { object, rules } = redact({
      kind: "Pod",
      spec: {
        containers: [
          { args: [`--password=${planted}`, "--verbose", "--token", planted, `DB_PASSWORD=${planted}`, "plain"] },
          { command: ["/bin/sh", "-c", `mysqladmin -uroot -p${planted} ping && PGPASSWORD='${planted}' pg_dump`] },
          { command: ["/usr/bin/mysqldump"], args: [`-p${planted}`, "shop"] },
          { command: ["redis-cli", "-a", planted, "ping"] },
          { args: [`--set=replicas=3,db.password=${planted}`, `-Dspring.datasource.password=${planted}`] },
        ],
      },
    });
    expect(JSON.stringify(object)).not.toContain(planted);
    expect(rules.filter((rule) => rule.startsWith("argument"))).toEqual([
      "argument spec.containers[0].args[0]",
      "argument spec.containers[0].args[3]",
      "argument spec.containers[0].args[4]",
      "argument spec.containers[2].args[0]",
      "argument spec.containers[3].command[2]",
      "argument spec.containers[4].args[0]",
      "argument spec.containers[4].args[1]",
    ]);
    expect(JSON.stringify(object)).toContain("mysqladmin -uroot -p‹redacted:");
    expect(JSON.stringify(object)).toContain('"--verbose"');
  });
});

describe("ConfigMaps", () => {
  const data = (values: JsonObject) =>
    redact({ kind: "ConfigMap", data: values }).object.data as Record<string, string>;

  it("lose values with secret names, and secrets within their files", () => {
    const found = data({
      DB_PASSWORD: "hunter2",
      "app.properties": "db.user=shop\ndb.password=hunter2 with words\n",
      "app.yaml": "db:\n  user: shop\n  password: 'hunter2'\n  token: |\n    hunter2\n    hunter2\nafter: 1\n",
      "app.json": '{\n  "user": "shop",\n  "password": "hunter2"\n}',
      ".env": "export API_KEY=hunter2\n",
      "web.config": "<db>\n  <password>hunter2</password>\n</db>",
      "redis.conf": "port 6379\nrequirepass hunter2\n",
      kubeconfig:
        "apiVersion: v1\nkind: Config\nusers:\n- name: u\n  user:\n    token: hunter2\n    client-key-data: hunter2\n",
      "secret.yaml": `kind: Secret\nmetadata:\n  name: x\ndata:\n  k: ${base64("hunter2")}\n`,
      "pod.yaml": "env:\n- name: DB_PASSWORD\n  value: hunter2\n- name: MODE\n  value: fast\n",
    });
    expect(JSON.stringify(found)).not.toMatch(/hunter2|aHVudGVyM/);
    expect(found["app.properties"]).toContain("db.user=shop\n");
    expect(found["app.yaml"]).toContain("after: 1\n");
    expect(JSON.parse(found["app.json"] ?? "")).toEqual({
      user: "shop",
      password: expect.stringContaining("‹redacted:"),
    });
    expect(found["pod.yaml"]).toContain("value: fast\n");
    expect(found.kubeconfig).toContain("kind: Config\n");
  });

  it("keep what is no secret byte for byte", () => {
    const kept = {
      "app.yaml": "# comment\ntokenUrl: https://x/token\nsecretName: a\npassword: ''\n",
      "data.json": '{ "a": 1.0,\n\n "b": [] }',
      "run.sh": '#!/bin/sh\ntoken="$(cat /var/token)"\nTOKEN=$token\nexec app --token "$TOKEN"\n',
    };
    expect(data(kept)).toEqual(kept);
  });

  it("lose bytes that are no text, and text in base64 with a secret", () => {
    const { object } = redact({
      kind: "ConfigMap",
      binaryData: {
        a: Buffer.from([0, 255, 1]).toString("base64"),
        b: base64("hello, world"),
        c: base64("password=hunter2"),
      },
    });
    expect(object.binaryData).toEqual({
      a: expect.stringMatching(/^‹redacted:binary:[0-9a-f]{20}:3 bytes›$/),
      b: base64("hello, world"),
      c: expect.stringMatching(/^‹redacted:/),
    });
  });
});

describe("texts within texts", () => {
  it("are looked through: JSON in annotations, base64, data URLs of MachineConfigs, packed data", () => {
    const auths = JSON.stringify({ auths: { "quay.io": { auth: base64("user:hunter2") } } });
    const { object, rules } = redact({
      kind: "MachineConfig",
      metadata: { annotations: { "pre.hook/command": '["/bin/bash","-c","PGPASSWORD=hunter2 pg_dump"]' } },
      spec: {
        files: [
          { source: `data:,${encodeURIComponent(auths)}` },
          { source: `data:text/plain;charset=utf-8;base64,${base64("password: hunter2\n")}` },
          { source: "data:,plain%20text" },
        ],
        blob: base64("password: hunter2 and more of it"),
        packed: `H4sI${"A".repeat(40)}`,
      },
    });
    const text = JSON.stringify(object);
    expect(text).not.toMatch(/hunter2|aHVudGVyM|H4sI/);
    expect(text).not.toContain(base64("user:hunter2"));
    expect(text).toContain("data:,plain%20text");
    expect(decodeURIComponent(text)).toContain('{"auths":{"quay.io":{"auth":"‹redacted:');
    expect(rules.some((rule) => rule.startsWith("packed "))).toBe(true);
  });

  it("and keys of maps too", () => {
    const token = ["ghp", "_", "a1B2".repeat(9)].join("");
    expect(JSON.stringify(redact({ kind: "Thing", map: { [token]: 1 } }).object)).toMatch(
      /"map":\{"‹redacted:github-token:/,
    );
  });
});

describe("known kinds", () => {
  it("lose the fields that are credentials", () => {
    const planted = "sha256~hunter2";
    for (const object of [
      { kind: "OAuthAccessToken", metadata: { name: planted }, refreshToken: planted },
      { kind: "OAuthClient", secret: planted, additionalSecrets: [planted] },
      { kind: "Route", spec: { tls: { key: planted, certificate: "c" } } },
      { kind: "BuildConfig", spec: { triggers: [{ github: { secret: planted } }, { generic: { secret: planted } }] } },
      { kind: "CertificateSigningRequest", spec: { request: base64(planted) } },
      { kind: "TokenRequest", status: { token: planted } },
    ]) {
      const text = JSON.stringify(redact(object).object);
      expect(text).not.toContain(planted);
      expect(text).not.toContain(base64(planted));
    }
  });
});

describe("real objects", () => {
  it("keep all but copies and bookkeeping where they hold no secret", () => {
    const fixtures = new URL("../objects/fixtures/", import.meta.url);
    for (const file of ["lab.json", "openshift.json", "troubleshoot.json"]) {
      const objects = [JSON.parse(readFileSync(new URL(file, fixtures), "utf8"))].flat() as JsonObject[];
      const rules = objects.flatMap((object) => redact(object).rules);
      expect([
        file,
        rules.filter((rule) => !/^(last-applied-configuration|ca-bundle|masked-before) /.test(rule)),
      ]).toEqual([file, []]);
    }
  });
});

describe("own rules", () => {
  it("take values out by key, and exceptions keep them, but not in Secrets", async () => {
    const own = await testRedactor({
      rules: {
        rules: [{ name: "customer", keys: ["*customer*", "iban"] }],
        exceptions: [
          { keys: ["demo_password"] },
          { rule: "env", pattern: "^changeme" },
          { keys: ["data", "inSecret"] },
        ],
      },
    });
    const object = own.object({
      kind: "Pod",
      spec: {
        customerNumber: 4711,
        iban: "DE00",
        demo_password: "demo",
        env: [
          { name: "X_PASSWORD", value: "changeme1" },
          { name: "Y_PASSWORD", value: "other" },
        ],
      },
    });
    expect(object.spec).toEqual({
      customerNumber: mark("customer"),
      iban: mark("customer"),
      demo_password: "demo",
      env: [
        { name: "X_PASSWORD", value: "changeme1" },
        { name: "Y_PASSWORD", value: mark("env") },
      ],
    });
    expect(own.object({ kind: "Secret", data: { inSecret: base64("x") } }).data).toEqual({ inSecret: secretMark(1) });
  });
});

describe("keepSecrets", () => {
  it("takes nothing out but managedFields", async () => {
    const keeping = await testRedactor({ keepSecrets: true });
    const data = { k: base64("hunter2") };
    const object = { kind: "Secret", metadata: { annotations: { password: "x" }, managedFields: [{}] }, data };
    expect(keeping.object(object)).toEqual({ kind: "Secret", metadata: { annotations: { password: "x" } }, data });
    expect(keeping.redactor.facts.secretsKept).toBe(true);
    expect(keeping.told).toEqual([]);
  });
});
