import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openLineParser } from "../parse/line-parser.ts";
import type { ParsedLine } from "../parse/parsed-line.ts";

function read(name: string): ParsedLine[] {
  const text = readFileSync(new URL(`../fixtures/${name}.log`, import.meta.url), "utf8");
  const lines = text.replace(/\n$/, "").split("\n");
  const parser = openLineParser({ capturedAt: new Date("2021-08-05T00:00:00Z") });
  const parsed = [...parser.read(lines.map((line) => new TextEncoder().encode(line))), ...parser.end()];
  expect(parsed).toHaveLength(lines.length);
  return parsed;
}

function fieldsOf(line: ParsedLine | undefined): Record<string, string> {
  return Object.fromEntries(line?.fields ?? []);
}

describe("lines of real programs", () => {
  it.each([
    ["klog", "klog"],
    ["glog", "klog"],
    ["logfmt", "logfmt"],
    ["zap", "zap"],
    ["controller-runtime", "controller-runtime"],
    ["hclog", "hclog"],
    ["zap-console", "zap-console"],
    ["go-log", "go-log"],
    ["capnslog", "etcd-capnslog"],
    ["bunyan", "bunyan"],
    ["pino", "pino"],
    ["caddy", "caddy"],
    ["rust-tracing-json", "rust-tracing"],
  ])("%s: each is read as %s, with a time, a body that its line holds, and fields once", (name, format) => {
    for (const line of read(name)) {
      expect(line).toMatchObject({ format, continues: false });
      expect(line.at).toBeDefined();
      expect(line.body).not.toBe("");
      expect(new Set(line.fields.map(([field]) => field)).size).toBe(line.fields.length);
    }
  });

  it.each(["klog", "zap", "controller-runtime", "hclog", "zap-console", "capnslog", "bunyan", "pino"])(
    "%s: each tells its level",
    (name) => {
      for (const { level } of read(name)) expect(level).not.toBe("unknown");
    },
  );

  it("of Docker have the time of their envelope and the format of what is inside", () => {
    const lines = read("docker-json");
    for (const line of lines) expect(line).toMatchObject({ timeSource: "envelope", prefixBytes: 0 });
    expect(lines[0]).toMatchObject({ body: "Simple text", format: "text" });
    expect(lines[2]?.body).toBe("Container 1 is logging on stdout");
    expect(lines[5]).toMatchObject({ body: "Simple text", format: "json" });
  });

  it("of Traefik are logfmt and klog in one stream; what belongs to a trace of klog is a text", () => {
    expect(read("traefik").map(({ format }) => format)).toEqual(["logfmt", "logfmt", "klog", "text"]);
    expect(fieldsOf(read("traefik")[1])).toEqual({ providerName: "kubernetes" });
  });

  it("of JSON that no library is known for still give level, time and message", () => {
    const lines = read("json");
    expect(lines[0]).toMatchObject({ level: "trace", body: "trace test", timeSource: "line" });
    expect(fieldsOf(lines[0])).toEqual({ logger: "com.example.foo.bar.bazzer" });
    expect(lines[1]?.body).toBe("Starting up service");
    expect(lines[3]?.level).toBe("debug");
    const nested = lines.find(({ fields }) => fields.some(([name]) => name === "@fields.user"));
    expect(nested).toMatchObject({ level: "info", body: "Shutting down service" });
    const request = fieldsOf(lines.at(-1));
    expect(request).toMatchObject({ method: "GET", path: "/example/uri/5", status: "400", "details1.foo": "bar" });
  });

  it("of Caddy tell of requests, durations in milliseconds", () => {
    const [first] = read("caddy");
    expect(first).toMatchObject({ level: "info", body: "handled request" });
    expect(fieldsOf(first)).toMatchObject({ method: "GET", status: "200", logger: "http.log.access.log17" });
    expect(Number(fieldsOf(first).duration)).toBeGreaterThan(0.01);
  });

  it("of pino and bunyan tell of requests and of the logger", () => {
    const fields = read("pino").map((line) => fieldsOf(line));
    expect(fields).toContainEqual(expect.objectContaining({ method: "GET", path: "/checkout/health" }));
    expect(fields).toContainEqual(expect.objectContaining({ status: "200", duration: "4.267225" }));
    expect(fieldsOf(read("bunyan")[2])).toMatchObject({ logger: "renovate", caller: expect.stringMatching(/:20$/) });
  });

  it("of klog tell of requests", () => {
    const http = read("klog").find(({ body }) => body === "HTTP");
    expect(fieldsOf(http)).toMatchObject({
      method: "GET",
      status: "200",
      caller: expect.stringContaining("httplog.go"),
    });
    expect(Number(fieldsOf(http).duration)).toBeGreaterThan(0);
  });

  it("of a Go program's end: the goroutines go on with the fatal record", () => {
    const [before, fatal, ...trace] = read("go-trace");
    expect([before?.continues, fatal?.continues, fatal?.level]).toEqual([false, false, "fatal"]);
    for (const line of trace) expect(line.continues).toBe(true);
  });
});
