import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMarks } from "./marks.ts";
import { redactLines } from "./redact-lines.ts";
import { createScanner } from "./text/create-scanner.ts";
import { innocentLines } from "./text/fixtures/innocent-lines.ts";
import { secretLines } from "./text/fixtures/secret-lines.ts";
import { mixed, secretShapes } from "./text/fixtures/secret-shapes.ts";
import type { MaskedLine } from "./text/masked-line.ts";

const scanner = createScanner();
const marks = createMarks(new Uint8Array(32).fill(3));
const utf8 = (text: string) => new TextEncoder().encode(text);
const base64 = (text: string) => Buffer.from(text).toString("base64");

async function redact(content: string | Uint8Array, sizes: number[] = [65_536], found: MaskedLine[] = []) {
  const bytes = typeof content === "string" ? utf8(content) : content;
  async function* chunks() {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 1;
      yield bytes.subarray(at, at + size);
      at += size;
    }
  }
  const out: Uint8Array[] = [];
  for await (const piece of redactLines(chunks(), { scanner, marks, onFinding: (one) => found.push(one) }))
    out.push(piece);
  return Buffer.concat(out);
}

const text = async (content: string | Uint8Array, sizes?: number[]) => (await redact(content, sizes)).toString();

describe("what redaction of lines keeps", () => {
  it("is every byte of lines without a secret, whatever they are", async () => {
    const bytes = Buffer.concat([utf8("é a\r\n\n"), Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0xc3]), utf8("\nno end")]);
    expect(await redact(bytes)).toEqual(bytes);
    expect(await redact("")).toEqual(Buffer.from(""));
  });

  it("is what stands around a secret: bytes that are no UTF-8, other scripts, line ends", async () => {
    const before = Buffer.concat([Buffer.from([0xff, 0x80]), utf8(" password=")]);
    const bytes = Buffer.concat([before, utf8("Zx9kQ2mVb7Lp\r\n日本 😀 token="), utf8(`${mixed(30)} 日本\n`)]);
    const mark = (rule: string, secret: string) => utf8(marks.of(rule, secret));
    const after = [
      mark("password", "Zx9kQ2mVb7Lp"),
      utf8("\r\n日本 😀 token="),
      mark("token", mixed(30)),
      utf8(" 日本\n"),
    ];
    expect(await redact(bytes)).toEqual(Buffer.concat([before, ...after]));
  });

  it("is where the secret stood, for the review", async () => {
    const found: MaskedLine[] = [];
    await redact("a\nb\nc password=Zx9kQ2mVb7Lp\n", [5], found);
    expect(found).toEqual([
      { rule: "password", line: 3, before: "Zx9kQ2mVb7Lp", mark: marks.of("password", "Zx9kQ2mVb7Lp") },
    ]);
  });
});

describe("a secret over several lines", () => {
  const pem = [
    "-----BEGIN RSA ",
    "PRIVATE KEY-----\n",
    mixed(64),
    "\n",
    mixed(64),
    "\n",
    mixed(20),
    "==\n-----END RSA ",
    "PRIVATE KEY-----",
  ].join("");

  it("is masked line by line, with one mark, whatever stands ahead of the lines", async () => {
    const stamped = pem
      .split("\n")
      .map((line) => `2024-05-01T10:00:00.123456789Z ${line}`)
      .join("\n");
    const out = await text(`start\n${stamped}\nend of it\n`);
    const mark = marks.of("private-key", `${mixed(64)}${mixed(64)}${mixed(20)}==`);
    expect(out).toBe(`start\n${`2024-05-01T10:00:00.123456789Z ${mark}\n`.repeat(5)}end of it\n`);
    expect(await text(pem)).toBe(Array(5).fill(mark).join("\n"));
  });

  it("that is cut off ends where other lines begin", async () => {
    const cut = pem.split("\n").slice(0, 3).join("\n");
    const lines = ["one thing was done.", "another was not!", "a third, too.", "more: x.", "and so on."].join("\n");
    const out = await text(`${cut}\n${lines}\n`);
    expect(out).not.toContain(mixed(64));
    expect(out).toContain(lines);
    expect(out.split("\n").length).toBe(9);
  });

  it("is the value on the line behind its name, in JSON and YAML, also behind times of a log", async () => {
    const secret = "Zx9kQ2mVb7Lp";
    const mark = marks.of("password", secret);
    for (const around of [
      (value: string) => `  "name": "DB_PASSWORD",\n  "value": "${value}"\n}\n`,
      (value: string) => `- name: DB_PASSWORD\r\n  value: ${value}\r\n- name: B\r\n  value: c\r\n`,
      (value: string) => `2024-05-01T10:00:00Z - name: DB_PASSWORD\n2024-05-01T10:00:00Z   value: ${value}\nnext\n`,
      (value: string) => `password: |\n  ${value}\nnext: 1\n`,
      (value: string) => `- --password\n- ${value}\n- --other\n`,
    ])
      expect(await text(around(secret), [3])).toBe(around(mark));
  });
});

describe("redaction of lines", () => {
  const encode = fc.constantFrom(
    (plain: string) => plain,
    (plain: string) => JSON.stringify(JSON.stringify({ m: plain })),
    (plain: string) => encodeURIComponent(plain),
    (plain: string) => base64(`"${plain}`),
    (plain: string) => base64(base64(plain)),
  );
  const noise = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.constantFrom(...innocentLines));
  const secret = fc.oneof(
    fc.constantFrom(...secretShapes.map(([, shape]) => ({ line: `a ${shape} b`, secret: shape }))),
    fc.constantFrom(...secretLines.map(([line, one]) => ({ line, secret: one }))),
  );
  const planted = fc.tuple(noise, secret, encode, noise).map(([before, one, encoded, after]) => {
    const line = one.line.length > 0 && /^(?:docker|mysql|Unseal)/.test(one.line) ? one.line : encoded(one.line);
    return { content: `${before}\n${line}\n${after}`, secret: one.secret };
  });

  it("is the same however the content comes in chunks", async () => {
    await fc.assert(
      fc.asyncProperty(
        planted,
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }),
        async (one, sizes) => {
          expect((await redact(one.content, sizes)).equals(await redact(one.content))).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("keeps the number of lines and lets no planted secret out, in any encoding, and a second time changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(planted, async ({ content, secret }) => {
        const out = await text(content);
        expect(out.split("\n").length).toBe(Buffer.from(content).toString().split("\n").length);
        for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
          expect(out).not.toContain(form);
        expect(out).not.toBe(content);
        expect(await text(out)).toBe(out);
      }),
      { numRuns: 600 },
    );
  });

  it("finds a secret wherever it lies in a line of several MiB, and keeps the rest of it", async () => {
    const one = "x".repeat(1023);
    const line = `${one} `.repeat(1500);
    for (const at of [983_030, 983_041, 1_048_572]) {
      const content = `a\n${line.slice(0, at)} password=Zx9kQ2mVb7Lp ${line.slice(at)}\nb\n`;
      const expected = content.replace("Zx9kQ2mVb7Lp", marks.of("password", "Zx9kQ2mVb7Lp"));
      expect((await text(content)) === expected).toBe(true);
      expect((await text(content, [100_003])) === expected).toBe(true);
    }
  });
});

describe("hostile content", () => {
  it.each([
    "a",
    "eyJ",
    "-----BEGIN ",
    "password=",
    "password: \n",
    "-----BEGIN RSA PRIVATE KEY-----\n",
    "token ",
    "://a:",
    "eyJhbGciOi",
    "\\\\",
    "%25",
    "://",
    "secret: /a",
    "Cookie: a=",
    "password=${",
    '"password":"',
    "-----BEGIN PRIVATE KEY-----",
    "cGFzc3dvcmQ9",
    "authorization: ",
    "‹redacted:",
    "AKIA",
    "sk-",
    "name: password\n",
    "password: |\n  x\n",
    '{"a":',
  ])("1 MB of %j takes no more than a moment", async (piece) => {
    const content = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const out = await redact(content);
    expect(out.toString().split("\n").length).toBe(content.split("\n").length);
    expect(scanner.scan(content).length).toBeLessThan(1_000_000);
  });
});
