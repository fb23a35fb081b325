import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createCertificateFinder } from "./find-certificates.ts";

/** Self-signed, for CN=long.example until 2046 and CN=short.example until 2036; nobody has their keys. */
const read = (name: string) => readFileSync(new URL(`fixtures/${name}.pem`, import.meta.url), "utf8");
const long = read("long");
const short = read("short");

const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("certificates of an object", () => {
  const findCertificates = createCertificateFinder();

  it("are read from the data of Secrets, the first to end of a chain", () => {
    const object = {
      data: { "tls.crt": base64(long + short), "tls.key": "‹redacted:secret:1 bytes›", other: base64("x") },
    };
    const found = findCertificates({ group: "", kind: "Secret", object });
    expect(found.map(({ at, subject }) => [at, subject])).toEqual([
      ['data["tls.crt"] (first of 2 to end)', "CN=short.example"],
    ]);
    expect(found[0]?.notAfter.getUTCFullYear()).toBe(2036);
  });

  it("are read from ConfigMaps and, once, from the hooks that share an authority", () => {
    expect(findCertificates({ group: "", kind: "ConfigMap", object: { data: { "ca.crt": long } } })).toHaveLength(1);
    const webhooks = [{ clientConfig: { caBundle: base64(long) } }, { clientConfig: { caBundle: base64(long) } }];
    const kind = "ValidatingWebhookConfiguration";
    const found = findCertificates({ group: "admissionregistration.k8s.io", kind, object: { webhooks } });
    expect(found.map(({ at }) => at)).toEqual(["webhooks[0].clientConfig.caBundle"]);
  });

  it("are left out where a bundle is a list of the world's authorities, or where there is none", () => {
    const bundle = { data: { "ca-bundle.crt": short.repeat(21) } };
    expect(findCertificates({ group: "", kind: "ConfigMap", object: bundle })).toEqual([]);
    const broken = { data: { "tls.crt": base64(`${long.slice(0, 200)}\n-----END CERTIFICATE-----\n`) } };
    expect(findCertificates({ group: "", kind: "Secret", object: broken })).toEqual([]);
    expect(findCertificates({ group: "", kind: "Secret", object: { data: null } })).toEqual([]);
  });

  it("tell of each object where it holds them, however often the same text comes", () => {
    const secrets = Array.from({ length: 120 }, (_, at) => ({
      data: { [`${at}.crt`]: base64(at % 2 ? long : `${short}${" ".repeat(at)}`) },
    }));
    for (const [at, object] of secrets.entries()) {
      const subject = at % 2 ? "CN=long.example" : "CN=short.example";
      const found = findCertificates({ group: "", kind: "Secret", object });
      expect(found).toMatchObject([{ at: `data["${at}.crt"]`, subject }]);
    }
  });

  it("are what cert-manager says of one, and any PEM of a CSR, an APIService and a definition", () => {
    const managed = { spec: { dnsNames: ["a.example", "b.example"] }, status: { notAfter: "2026-03-01T00:00:00Z" } };
    expect(findCertificates({ group: "cert-manager.io", kind: "Certificate", object: managed })).toEqual([
      { at: "status.notAfter", subject: "DNS:a.example, DNS:b.example", notAfter: new Date("2026-03-01") },
    ]);
    const odd = { ...managed, status: { notAfter: "soon" } };
    expect(findCertificates({ group: "cert-manager.io", kind: "Certificate", object: odd })).toEqual([]);
    const caBundle = base64(long);
    const at = (group: string, kind: string, object: object) =>
      findCertificates({ group, kind, object: { ...object } }).map((one) => one.at);
    const csr = { status: { certificate: caBundle } };
    expect(at("certificates.k8s.io", "CertificateSigningRequest", csr)).toEqual(["status.certificate"]);
    expect(at("apiregistration.k8s.io", "APIService", { spec: { caBundle } })).toEqual(["spec.caBundle"]);
    const conversion = { webhook: { clientConfig: { caBundle } } };
    expect(at("apiextensions.k8s.io", "CustomResourceDefinition", { spec: { conversion } })).toEqual([
      "spec.conversion.webhook.clientConfig.caBundle",
    ]);
    // The same fields of another group are something else.
    expect(at("example.com", "APIService", { spec: { caBundle } })).toEqual([]);
  });
});
