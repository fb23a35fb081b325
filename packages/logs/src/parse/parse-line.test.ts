import { assert, property, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNanos, parseNanos } from "../lines/nanos.ts";
import { parseLine } from "./parse-line.ts";

function parse(line: string, capturedAt?: string): { at: string | undefined; level: string; prefix: string } {
  const bytes = new TextEncoder().encode(line);
  const context = capturedAt === undefined ? undefined : { capturedAt: new Date(capturedAt) };
  const { at, level, prefixBytes } = parseLine(bytes, context);
  const prefix = new TextDecoder().decode(bytes.subarray(0, prefixBytes));
  return { at: at === undefined ? undefined : formatNanos(at), level, prefix };
}

describe("the time of a line", () => {
  it.each([
    ["2021-08-05T10:14:09.409123456Z x", "2021-08-05T10:14:09.409123456Z", "2021-08-05T10:14:09.409123456Z "],
    ["2021-08-05T10:14:09Z x", "2021-08-05T10:14:09.000000000Z", "2021-08-05T10:14:09Z "],
    ["2021-08-05T12:14:09.4+02:00 x", "2021-08-05T10:14:09.400000000Z", "2021-08-05T12:14:09.4+02:00 "],
    ["2021-08-05T10:14:09.5-00:30  x", "2021-08-05T10:44:09.500000000Z", "2021-08-05T10:14:09.5-00:30 "],
    ["2020-02-29T23:59:59Z ", "2020-02-29T23:59:59.000000000Z", "2020-02-29T23:59:59Z "],
    ["1970-01-01T00:00:00Z x", "1970-01-01T00:00:00.000000000Z", "1970-01-01T00:00:00Z "],
    // A time, but no prefix: no blank behind it, no zone, or not RFC 3339.
    ["2021-08-05T10:14:09Z", "2021-08-05T10:14:09.000000000Z", ""],
    ["2021-08-05T10:14:09.409Z\tINFO\tx", "2021-08-05T10:14:09.409000000Z", ""],
    ["2021-08-05 10:14:09 x", "2021-08-05T10:14:09.000000000Z", ""],
    ["2021-08-05 10:14:09,409 x", "2021-08-05T10:14:09.409000000Z", ""],
    ["2021-08-05T10:14:09.409 x", "2021-08-05T10:14:09.409000000Z", ""],
    ["2021-08-05T10:14:09.1234567899Z x", "2021-08-05T10:14:09.123456789Z", ""],
    // The files of a container runtime: stream and tag belong to the prefix.
    [
      "2021-05-26T01:55:28.661286689Z stderr F x",
      "2021-05-26T01:55:28.661286689Z",
      "2021-05-26T01:55:28.661286689Z stderr F ",
    ],
    ["2021-05-26T01:55:28Z stdout P  x", "2021-05-26T01:55:28.000000000Z", "2021-05-26T01:55:28Z stdout P "],
    ["2021-05-26T01:55:28+02:00 stdout F ", "2021-05-25T23:55:28.000000000Z", "2021-05-26T01:55:28+02:00 stdout F "],
    // Nearly so.
    ["2021-05-26T01:55:28Z stdout F", "2021-05-26T01:55:28.000000000Z", "2021-05-26T01:55:28Z "],
    ["2021-05-26T01:55:28Z stdout X x", "2021-05-26T01:55:28.000000000Z", "2021-05-26T01:55:28Z "],
    ["2021-05-26T01:55:28Z stderr  F x", "2021-05-26T01:55:28.000000000Z", "2021-05-26T01:55:28Z "],
    ["2021-05-26T01:55:28Z stdin_ F x", "2021-05-26T01:55:28.000000000Z", "2021-05-26T01:55:28Z "],
    ["2021-05-26T01:55:28Z\tstdout F x", "2021-05-26T01:55:28.000000000Z", ""],
    ["stdout F 2021-05-26T01:55:28Z x", undefined, ""],
    // Fields of JSON and logfmt lines.
    ['{"ts":1628158449.4091234,"msg":"x"}', "2021-08-05T10:14:09.409123400Z", ""],
    ['{"ts":1.6281584494091234e+09}', "2021-08-05T10:14:09.409123400Z", ""],
    ['{"time":1628158449409,"level":30}', "2021-08-05T10:14:09.409000000Z", ""],
    ['{"@timestamp":"2021-08-05T10:14:09.409Z"}', "2021-08-05T10:14:09.409000000Z", ""],
    ['time="2021-08-05T10:14:09Z" level=info msg=x', "2021-08-05T10:14:09.000000000Z", ""],
    ["ts=2021-08-05T10:14:09.409Z caller=main.go", "2021-08-05T10:14:09.409000000Z", ""],
  ])("%s", (line, at, prefix) => {
    expect(parse(line)).toMatchObject({ at, prefix });
  });

  it.each([
    "",
    "plain text",
    "2021-02-30T10:14:09Z x",
    "2021-13-01T10:14:09Z x",
    "2021-08-05T24:14:09Z x",
    "2021-08-05T10:14:09Zulu x",
    "0001-01-01T00:00:00Z x",
    "2021-08-05 x",
    '{"time":12}',
    '{"time":"yesterday"}',
    "I0805 10:14:09.409123       1 x.go:1] a header without a year, and no capture time",
  ])("none in %s", (line) => {
    expect(parse(line)).toMatchObject({ at: undefined, prefix: "" });
  });

  it("of a klog header gets its year from the capture", () => {
    const line = "I1231 23:59:59.409123       1 x.go:1] x";
    expect(parse(line, "2021-01-01T00:10:00Z").at).toBe("2020-12-31T23:59:59.409123000Z");
    expect(parse(line, "2021-12-31T23:50:00Z").at).toBe("2021-12-31T23:59:59.409123000Z");
    expect(parse(`2021-08-05T10:14:09Z ${line}`, "2022-01-01T00:00:00Z").at).toBe("2021-08-05T10:14:09.000000000Z");
  });

  it("survives the way to text and back", () => {
    expect(parseNanos(formatNanos(1_628_158_449_409_123_456n))).toBe(1_628_158_449_409_123_456n);
    expect(parseNanos("2021-08-05T10:14:09Z and more")).toBeUndefined();
  });
});

describe("the level of a line", () => {
  it.each([
    ["I0805 10:14:09.409123       1 x.go:1] error words", "info"],
    ["2021-08-05T10:14:09Z W0805 10:14:09.409123       1 x.go:1] x", "warn"],
    ["E0805 10:14:09.409123 x", "error"],
    ["F0805 10:14:09.409123 x", "fatal"],
    ['2021-08-05T10:14:09Z {"level":"warn","msg":"x"}', "warn"],
    ['{"msg":"\\"level\\":\\"error\\"","severity":"NOTICE"}', "info"],
    ['{"msg":"a long text","lvl":"E"}', "error"],
    ['{"level":50,"time":1628158449409}', "error"],
    ['{"level":60}', "fatal"],
    ['{"level":"strange"}', "unknown"],
    ['time="2021-08-05T10:14:09Z" level=error msg="INFO"', "error"],
    ['msg="ERROR ahead" lvl=dbg', "debug"],
    ['level="warning" x', "warn"],
    ["2021-08-05 10:14:09 ERROR Main failed", "error"],
    ["2021-08-05 10:14:09,409 - app - WARNING - x", "warn"],
    ["[warn] x", "warn"],
    ["2021/08/05 10:14:09 [error] 7#7: *1 x", "error"],
    ["<info> x", "info"],
    ["error: x", "error"],
    ["2021-05-26T01:55:28Z stderr F W0526 01:55:28.409123       1 x.go:1] x", "warn"],
    ['2021-05-26T01:55:28Z stdout F {"level":"error"}', "error"],
    ["2021-05-26T01:55:28Z stderr F 2021-05-26 01:55:28.661104 I | etcdmain: x", "info"],
    ["\u001b[31mERROR\u001b[0m x", "error"],
    ["2021-08-05T10:14:09.409Z\tINFO\tx", "info"],
    ["2021-08-05 10:14:09.409123 W | etcdserver: x", "warn"],
    ["no errors here, an error in the middle", "unknown"],
    ["/var/log/ERROR.log opened", "unknown"],
    ["error-pages are served", "unknown"],
    ["samesite:<default> refresh:disabled", "unknown"],
    ["[verbose] Add: a pod", "debug"],
    ['{"logLevel":"verbose","binDir":"/opt"}', "unknown"],
    ["LEVELS and INFORMAL", "unknown"],
    ["", "unknown"],
  ])("%s: %s", (line, level) => {
    expect(parse(line).level).toBe(level);
  });
});

describe("parseLine", () => {
  it("takes any bytes", async () => {
    await assert(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        expect(parseLine(bytes).prefixBytes).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});
