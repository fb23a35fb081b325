import { describe, expect, it } from "vitest";
import { createScanner } from "./create-scanner.ts";
import { innocentLines } from "./fixtures/innocent-lines.ts";
import { secretLines } from "./fixtures/secret-lines.ts";
import { secretShapes } from "./fixtures/secret-shapes.ts";
import { decodePercent } from "./unescape-view.ts";

const scanner = createScanner();
const base64 = (text: string) => Buffer.from(text).toString("base64");
const inJson = (text: string) => JSON.stringify({ msg: text });

const places: Record<string, (secret: string) => string> = {
  "a line of a log": (secret) =>
    `2024-05-01T10:00:00.000000Z I0501 10:00:00 12 main.go:17] using ${secret} from now on`,
  JSON: (secret) => `{"level":"info","value":"${secret}","n":1}`,
  YAML: (secret) => `spec:\n  value: ${secret}\n  other: 1\n`,
  "a URL": (secret) => `GET https://example.com/a?v=${encodeURIComponent(secret)}&b=1 200`,
};

const encodings: Record<string, (text: string) => string> = {
  plain: (text) => text,
  "JSON in JSON": (text) => inJson(inJson(text)),
  "URL-encoded twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "base64 at 0": (text) => `x ${base64(text)} y`,
  "base64 at 1": (text) => `x ${base64(`1${text}`)} y`,
  "base64 at 2": (text) => `x ${base64(`12${text}`)} y`,
  "base64url without padding": (text) => `"${Buffer.from(`a?>${text}`).toString("base64url")}"`,
  "base64 of base64": (text) => base64(`a ${base64(text)}`),
  "base64 in JSON in a URL": (text) => encodeURIComponent(inJson(base64(text))),
};

describe("secrets told by their own look", () => {
  for (const [rule, secret] of secretShapes)
    it(`${rule} ${secret.slice(0, 5)}…${secret.length} is found in every place and encoding`, () => {
      const missed: string[] = [];
      for (const [place, put] of Object.entries(places))
        for (const [encoding, encode] of Object.entries(encodings)) {
          const text = encode(put(secret));
          const findings = scanner.scan(text);
          if (!findings.some((one) => one.secret === secret && one.rule === rule))
            missed.push(`${place}, ${encoding}: ${JSON.stringify(findings)}`);
        }
      expect(missed).toEqual([]);
    });
});

/** Commands and sentences, which nobody puts into a parameter of a parameter. */
const hasBlank = /^(?:docker|mysql|Unseal)/;

function masked(text: string): string {
  let out = "";
  let at = 0;
  for (const one of scanner.scan(text)) {
    out += `${text.slice(at, one.start)}‹redacted:${one.rule}:ffffffffffffffffffff›`;
    at = one.end;
  }
  return out + text.slice(at);
}

describe("secrets told by their name or place", () => {
  it("leave in no line", () => {
    expect(secretLines.filter(([text, secret]) => masked(text).includes(secret))).toEqual([]);
  });

  it("leave in no encoding of the line", () => {
    const missed: string[] = [];
    for (const [text, secret] of secretLines)
      for (const [encoding, encode] of Object.entries(encodings)) {
        if (hasBlank.test(text) && encoding.startsWith("URL")) continue;
        const whole = encode(`a\n${text}\nb`);
        const left = masked(whole);
        const layers = [left, decodePercent(left), decodePercent(decodePercent(left))];
        if (layers.some((layer) => layer.includes(secret)) || left === whole) missed.push(`${encoding}: ${text}`);
      }
    expect(missed).toEqual([]);
  });

  it("are told once: a second time finds nothing", () => {
    for (const [text] of secretLines)
      expect([masked(text), masked(masked(text))]).toEqual([masked(text), masked(text)]);
  });
});

describe("innocents", () => {
  it("stay", () => {
    expect(innocentLines.flatMap((text) => (masked(text) === text ? [] : [[text, masked(text)]]))).toEqual([]);
  });
});
