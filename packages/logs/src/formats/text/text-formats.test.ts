import { describe, expect, it } from "vitest";
import { formatNanos } from "../../lines/nanos.ts";
import { databases } from "./fixtures/databases.ts";
import { java } from "./fixtures/java.ts";
import { python } from "./fixtures/python.ts";
import { runtimes } from "./fixtures/runtimes.ts";
import { system } from "./fixtures/system.ts";
import { more, web } from "./fixtures/web.ts";
import { textFormats, textFormatsFor } from "./text-formats.ts";

const around = { capturedAt: new Date("2021-08-05T12:00:00Z") };

describe("plain text formats", () => {
  it.each([...web, ...more, ...java, ...python, ...runtimes, ...databases, ...system])("$format: $line", (example) => {
    const found = textFormatsFor(example.line).flatMap((format) => {
      const reading = format.read(example.line, around);
      return reading ? [{ name: format.name, reading }] : [];
    })[0];
    const { name, reading } = found ?? {};
    expect(name).toBe(example.format);
    expect(textFormats.find((format) => format.read(example.line, around))?.name).toBe(example.format);
    expect(reading?.body).toBe(example.body);
    expect(reading?.level).toBe(example.level);
    expect(reading?.time && formatNanos(reading.time.at)).toBe(example.time);
    expect(Object.fromEntries(reading?.fields ?? [])).toMatchObject(example.fields ?? {});
  });

  it.each([
    "",
    "Error: Cannot find module 'express'",
    "info: the shop is open",
    "Server listening on port 8080",
    "2021 was a good year",
    "[INFO ",
    "[1/7] Fetching packages...",
    "[main] starting",
    "Aug 05 was a Thursday",
    "10:14 in the morning",
    "    at com.example.Shop.open(Shop.java:7)",
    'Caused by: java.lang.IllegalStateException: "x" [y]',
    "goroutine 1 [running]:",
    '  status: "True"',
    "ERROR in ./src/index.ts",
    "+ cp -r /a /b",
    '{"level":"info","msg":"x"}',
    "level=info msg=x",
    "I0805 10:14:09.409123       1 main.go:10] x",
    "2021-08-05T10:14:09Z Failed loading: no such file",
    "2021-08-05 10:14:09 got ERROR from server",
    "2021-08-05 10:14:09 10.0.0.1:2379 is up",
    "2021-08-05T10:14:09.409Z\tinfo\tmain.go:10\tx",
  ])("is nobody's: %s", (line) => {
    expect(textFormats.flatMap((format) => (format.read(line, around) ? [format.name] : []))).toEqual([]);
  });

  it("gives a time without a year none where nothing around says one", () => {
    const line = "Aug 05 10:14:09 node-1 systemd[1]: Started.";
    const read = (surroundings: object) =>
      textFormats.find(({ name }) => name === "syslog")?.read(line, surroundings)?.time;
    expect(read({})).toBeUndefined();
    expect(read({ envelopeAt: 1_628_158_449_000_000_000n, capturedAt: new Date("2030-01-01") })?.at).toBe(
      1_628_158_449_000_000_000n,
    );
    expect(read({ capturedAt: new Date("2021-08-04T10:14:08Z") })?.at).toBe(1_596_622_449_000_000_000n);
  });
});
