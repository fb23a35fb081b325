import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldsOf } from "./k8shark-envelope.ts";
import { askedBy } from "./k8shark-path.ts";
import { textOfJsonString } from "./k8shark-text.ts";

async function* inPieces(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function fields(text: string, size: number): Promise<Record<string, string>> {
  const found: Record<string, Uint8Array[]> = {};
  for await (const { name, bytes } of fieldsOf(inPieces(text, size))) {
    found[name] = [...(found[name] ?? []), bytes.slice()];
  }
  return Object.fromEntries(
    Object.entries(found).map(([name, pieces]) => [name, Buffer.concat(pieces).toString("utf8")]),
  );
}

const size = fc.integer({ min: 1, max: 9 });

describe("fieldsOf", () => {
  it("gives each field of any object, however the bytes are cut", async () => {
    const key = fc.constantFrom("api_path", "response_body", "response_code", "id", "event_type");
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(key, fc.jsonValue({ maxDepth: 3, stringUnit: "binary" })),
        size,
        async (object, cut) => {
          const found = await fields(JSON.stringify(object), cut);
          const values = Object.entries(found).map(([name, text]) => [name, JSON.parse(text)]);
          expect(Object.fromEntries(values)).toEqual(JSON.parse(JSON.stringify(object)));
        },
      ),
    );
  });

  it("is not led astray by what a value quotes, nor by spaces", async () => {
    const text = `{ "api_path" : "x,\\"response_body\\":{}" ,\n"response_body": [ {"a":"}]"} ] }\n`;
    expect(await fields(text, 3)).toEqual({
      api_path: ` "x,\\"response_body\\":{}" `,
      response_body: ` [ {"a":"}]"} ] `,
    });
  });

  it("ends with any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'{}[]",:\\a1 ') }), size, async (text, cut) => {
        expect(Object.values(await fields(text, cut)).join("").length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("textOfJsonString", () => {
  const textOf = async (json: string, cut: number) => {
    const pieces: Uint8Array[] = [];
    for await (const bytes of textOfJsonString(inPieces(json, cut))) pieces.push(bytes.slice());
    return Buffer.concat(pieces).toString("utf8");
  };

  it("gives the text of any string, however it is escaped and cut", async () => {
    const unit = fc.oneof(
      fc.string({ unit: "binary", maxLength: 3 }),
      fc.constantFrom("\ud83d", "\ude00", "\n", '"', "\\", "😀"),
    );
    const escaped = (text: string) =>
      text.replace(/[\s\S]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
    await fc.assert(
      fc.asyncProperty(fc.array(unit), size, fc.boolean(), async (units, cut, isEscaped) => {
        const text = units.join("");
        const json = isEscaped ? `"${escaped(text)}"` : JSON.stringify(text);
        expect(await textOf(` ${json} `, cut)).toBe(Buffer.from(text).toString("utf8"));
      }),
    );
  });

  it.each(["null", "12", '{"a":"b"}', "", '"'])("gives nothing for %s", async (json) => {
    expect(await textOf(json, 2)).toBe("");
  });
});

describe("askedBy", () => {
  it.each([
    ["/api/v1/namespaces/a/pods", { of: "objects", apiVersion: "v1", plural: "pods", namespace: "a" }],
    ["/api/v1/namespaces?limit=500", { of: "objects", apiVersion: "v1", plural: "namespaces", namespace: "" }],
    ["/api/v1/namespaces/a", { of: "objects", apiVersion: "v1", plural: "namespaces", namespace: "" }],
    ["/apis/apps/v1/deployments", { of: "objects", apiVersion: "apps/v1", plural: "deployments", namespace: "" }],
    ["/apis/x.io/v1/namespaces/a/things/t", { of: "objects", apiVersion: "x.io/v1", plural: "things", namespace: "a" }],
    ["/api/v1/namespaces/a/pods?as=Table", { of: "table", namespace: "a" }],
    ["/api/v1/pods?as=TableSchema", { of: "table", namespace: "" }],
    [
      "/api/v1/namespaces/a/pods/p/log?container=c",
      { of: "log", namespace: "a", pod: "p", container: "c", previous: false },
    ],
    [
      "/api/v1/namespaces/a/pods/p/log?container=c&previous=true",
      { of: "log", namespace: "a", pod: "p", container: "c", previous: true },
    ],
    ["/api/v1/namespaces/a/pods/p/log", { of: "other", namespace: "a" }],
    ["/api/v1/nodes/n/proxy/stats/summary", { of: "other", namespace: "" }],
    ["/openapi/v3/apis/apps/v1", { of: "schema", namespace: "" }],
    ["/apis", { of: "discovery", namespace: "" }],
    ["/apis/apps/v1", { of: "discovery", namespace: "" }],
    ["/version", { of: "other", namespace: "" }],
  ])("reads %s", (path, asked) => {
    expect(askedBy(path)).toEqual(asked);
  });

  it("takes any path", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."/api?s&=v1namesp%") }), (path) => {
        expect(askedBy(path)).toHaveProperty("of");
      }),
    );
  });
});
