import { assert, dictionary, jsonValue, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { scanJson } from "./scan-json.ts";

function scan(text: string): Record<string, string> | undefined {
  const attributes = scanJson(text);
  return (
    attributes && Object.fromEntries(attributes.names.map((name, index) => [name, attributes.values[index] ?? ""]))
  );
}

describe("scanJson", () => {
  it("flattens with dots; arrays and what is deeper than four stay JSON text", () => {
    expect(scan('{"a":{"b":{"c":{"d":1,"e":{"f":2}}}},"g":[1, {"h":"]"}],"i":true,"j":null,"k":{}}')).toEqual({
      "a.b.c.d": "1",
      "a.b.c.e": '{"f":2}',
      g: '[1, {"h":"]"}]',
      i: "true",
    });
  });

  it("keeps numbers as they are written", () => {
    expect(scan('{"id":12345678901234567890,"ts":1.6281584494091234e+09}')).toEqual({
      id: "12345678901234567890",
      ts: "1.6281584494091234e+09",
    });
  });

  it("reads what a cut line still holds, and strings with raw line ends", () => {
    expect(scan('{"level":"info","msg":"a\nb","path":"/x')).toEqual({ level: "info", msg: "a\nb" });
    expect(scan('{"level":"info","msg":"x"} and more')).toEqual({ level: "info", msg: "x" });
  });

  it.each(["", "{", "{Foo bar}", '{"a"}', '{"a":1 "b"', "[1]", "{'a':1}", '{"a":undefined_but_long, "b"'])(
    "takes no object from %s",
    (text) => {
      expect(Object.keys(scan(text) ?? {}).length).toBeLessThan(2);
    },
  );

  it("says of flat objects what JSON.parse says", async () => {
    await assert(
      property(dictionary(string({ minLength: 1 }), string(), { maxKeys: 20 }), (object) => {
        expect(scan(JSON.stringify(object))).toEqual({ ...object });
      }),
    );
  });

  it("takes whatever is JSON", async () => {
    await assert(
      property(jsonValue(), (value) => {
        expect(scanJson(JSON.stringify({ value }))).toBeDefined();
      }),
    );
  });

  it.each([
    ["open objects", '{"a":'.repeat(300_000)],
    ["open arrays", `{"a":${"[".repeat(1_000_000)}`],
    ["members", `{${'"a":1,'.repeat(200_000)}"z":1}`],
    ["escapes", `{"a":"${"\\\\".repeat(500_000)}"}`],
  ])("reads a million characters of %s in linear time", (_, text) => {
    const begin = performance.now();
    scanJson(text);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});
