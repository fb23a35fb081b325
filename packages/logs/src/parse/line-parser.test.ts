import { array, assert, asyncProperty, constantFrom, oneof, property, string, tuple, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldLimits } from "./bound-fields.ts";
import { openLineParser, parseLineBatches } from "./line-parser.ts";
import { parseLine } from "./parse-line.ts";
import type { ParsedLine } from "./parsed-line.ts";

const time = "2021-05-26T01:55:28.661286689Z";

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function parse(lines: readonly (string | Uint8Array)[]): ParsedLine[] {
  const parser = openLineParser();
  const parsed = parser.read(lines.map((line) => (typeof line === "string" ? bytes(line) : line)));
  return [...parsed, ...parser.end()];
}

/** Lines as they may come: any bytes, and what looks like envelopes around any text. */
const anyLine = oneof(
  uint8Array({ maxLength: 200 }),
  tuple(
    constantFrom(`${time} `, `${time} stdout F `, `${time} stdout P `, `${time} stderr P `, `${time} stderr F `, ""),
    oneof(
      string({ maxLength: 80 }),
      constantFrom('{"level":"info","a":{"b":[1]}}', "a=b c=d level=info", '{"log":"x","stream":"stdout","time":"'),
      constantFrom("I0805 10:14:09.409123       1 x.go:1] x", "\tat a.b(C.java:1)", "2021-08-05T10:14:09Z\tINFO\ta\tb"),
    ),
  ).map(([before, text]) => bytes(before + text)),
);

describe("a parser of one stream", () => {
  it("gives each line one result in order, whatever comes, and keeps to the bounds", async () => {
    await assert(
      property(array(anyLine, { maxLength: 40 }), (lines) => {
        const parsed = parse(lines);
        expect(parsed).toHaveLength(lines.length);
        for (const [index, line] of parsed.entries()) {
          expect(line.prefixBytes).toBe(parseLine(lines[index] ?? new Uint8Array()).prefixBytes);
          expect(line.at === undefined).toBe(line.timeSource === "none");
          expect(line.fields.length).toBeLessThanOrEqual(fieldLimits.count);
          for (const [name, value] of line.fields) {
            expect(name.length).toBeLessThanOrEqual(fieldLimits.nameLength);
            expect(value.length).toBeLessThanOrEqual(fieldLimits.valueLength);
          }
        }
        expect(parsed[0]?.continues ?? false).toBe(false);
      }),
    );
  });

  it("says the same however the lines are dealt out, with the line beside it", async () => {
    await assert(
      asyncProperty(array(array(anyLine, { maxLength: 5 }), { maxLength: 8 }), async (batches) => {
        async function* deal(): AsyncGenerator<Uint8Array[]> {
          for (const batch of batches) yield batch;
        }
        const pairs = [];
        for await (const batch of parseLineBatches(deal())) pairs.push(...batch);
        expect(pairs.map(({ line }) => [...line])).toEqual(batches.flat().map((line) => [...line]));
        expect(pairs.map(({ parsed }) => parsed)).toEqual(parse(batches.flat()));
      }),
    );
  });

  it("tries all formats again when a line is of another one", () => {
    const formats = parse([
      '{"level":"info","ts":1628158449,"msg":"x"}',
      "level=info msg=x",
      "x",
      "level=warn msg=y",
    ]).map(({ format }) => format);
    expect(formats).toEqual(["zap", "logfmt", "text", "logfmt"]);
  });

  it("takes a short time for the program's own where a format begins with it", () => {
    expect(parse(["2021-08-05T10:14:09Z INF x a=b", `${time} INF x a=b`])).toMatchObject([
      { format: "zerolog-console", prefixBytes: 21 },
      { format: "zerolog-console", prefixBytes: 31, timeSource: "envelope" },
    ]);
    expect(parse(["2021-08-05 10:14:09 x"])).toMatchObject([{ timeSource: "line-utc", body: "x" }]);
  });

  it("shows bytes that are not UTF-8 and NUL, without colours and CR", () => {
    const line = Uint8Array.from([...bytes(`${time} \u001b[31ma\u001b[0m`), 0, 0xff, 13]);
    expect(parse([line])).toMatchObject([{ body: "a\u0000\ufffd", prefixBytes: 31 }]);
  });
});

describe("records in parts", () => {
  it("are read as the line that they would be", async () => {
    const record = '{"level":"error","ts":1628158449,"msg":"grün","caller":"main.go:1"}';
    await assert(
      property(array(string({ maxLength: 30 }), { maxLength: 3 }), (pads) => {
        const all = bytes(record.replace("main", `main${pads.join("").replace(/[^a-z]/g, "")}`));
        const cut = [3, 37, 39, all.length].map((end, index, ends) => all.subarray(ends[index - 1] ?? 0, end));
        const parts = cut.map((part, index) =>
          Uint8Array.from([...bytes(`${time} stderr ${index === cut.length - 1 ? "F" : "P"} `), ...part]),
        );
        const [first, ...later] = parse(parts);
        expect(first).toEqual(parseLine(Uint8Array.from([...bytes(`${time} stderr F `), ...all])));
        expect(later).toHaveLength(3);
        for (const line of later) {
          expect(line).toMatchObject({ continues: true, body: "", fields: [], prefixBytes: 40, format: "zap" });
        }
      }),
    );
  });

  it("of both outputs may stand between each other", () => {
    const lines = [
      "stdout P level=info ",
      "stderr P level=warn ",
      "stdout F msg=a",
      "stderr F msg=b",
      "stdout F level=debug msg=c",
    ];
    expect(parse(lines.map((line) => `${time} ${line}`))).toMatchObject([
      { level: "info", body: "a", continues: false },
      { level: "warn", body: "b", continues: false },
      { continues: true },
      { continues: true },
      { level: "debug", body: "c", continues: false },
    ]);
  });

  it("without an end are read as far as they came", () => {
    expect(parse([`${time} stdout P level=info `, `${time} stdout P msg=a`])).toMatchObject([
      { level: "info", body: "a" },
      { continues: true },
    ]);
    expect(parse([`${time} stdout P level=info msg=a`, "a line of nobody"])).toMatchObject([
      { body: "a" },
      { body: "a line of nobody", continues: false },
    ]);
  });

  it("do not pile up, however many they are", () => {
    const parser = openLineParser();
    const part = bytes(`${time} stdout P abc`);
    let given = 0;
    let most = 0;
    for (let count = 1; count <= 100_000; count += 1) {
      given += parser.read([part]).length;
      most = Math.max(most, count - given);
    }
    expect(most).toBeLessThanOrEqual(1024);
    const rest = [
      ...parser.read([bytes(`${time} stdout F level=info`), bytes(`${time} stdout F level=info msg=x`)]),
      ...parser.end(),
    ];
    expect(given + rest.length).toBe(100_002);
    expect(rest.at(-2)).toMatchObject({ continues: true });
    expect(rest.at(-1)).toMatchObject({ continues: false, body: "x" });
  });

  it("do not pile up, however long the lines between them are", () => {
    const parser = openLineParser();
    let waiting = 1 - parser.read([bytes(`${time} stdout P abc`)]).length;
    const long = bytes(`${time} stderr F ${"x".repeat(1_000_000)}`);
    for (let count = 1; count <= 20; count += 1) {
      waiting += 1 - parser.read([long]).length;
      expect(waiting).toBeLessThanOrEqual(5);
    }
    expect(parser.end()).toHaveLength(waiting);
  });

  it("of Docker are the texts without a line end", () => {
    const lines = [
      `{"log":"{\\"level\\":\\"warn\\",\\"message\\":","stream":"stderr","time":"${time}"}`,
      `{"log":"\\"late\\"}\\n","stream":"stderr","time":"${time}"}`,
    ];
    expect(parse(lines)).toMatchObject([
      { level: "warn", body: "late", prefixBytes: 0, timeSource: "envelope", format: "zerolog" },
      { continues: true, prefixBytes: 0 },
    ]);
  });
});

describe("hostile lines", () => {
  const million = 10_000_000;
  it.each([
    ["pairs", "a=b ".repeat(million / 4)],
    ["open brackets in pairs", "a=[ ".repeat(million / 4)],
    ["open quotes", 'a="'.repeat(million / 3)],
    ["words", "level=info ".concat("x ".repeat(million / 2))],
    ["a Go call", `${"a.".repeat(million / 2)}(`],
    ["classes", `${"a.".repeat(million / 2)}Exception`],
    ["colours", "\u001b[".repeat(million / 2)],
    ["JSON", `{${'"a":{'.repeat(million / 5)}`],
    ["JSON members", `{${'"abc":"def",'.repeat(million / 12)}"level":"info"}`],
    ["klog pairs", `I0805 10:14:09.409123       1 x.go:1] "a" ${"b=[ ".repeat(million / 4)}`],
    ["blanks", " ".repeat(million)],
    ["tabs", "2021-08-05T10:14:09Z\tINFO".concat("\t".repeat(million))],
    ["Docker", '{"log":"'.concat('\\"'.repeat(million / 2))],
    ["digits", "1".repeat(million)],
  ])("of ten megabytes take linear time: %s", (_, text) => {
    const line = bytes(text);
    const begin = performance.now();
    const [, parsed] = parse(["I0805 10:14:09.409123       1 x.go:1] x", line]);
    expect(performance.now() - begin).toBeLessThan(3000);
    expect(parsed?.fields.length).toBeLessThanOrEqual(fieldLimits.count);
  });
});
