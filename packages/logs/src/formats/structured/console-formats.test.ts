import { describe, expect, it } from "vitest";
import { formatNanos } from "../../lines/nanos.ts";
import { parseLine } from "../../parse/parse-line.ts";
import { structuredFormats } from "./structured-formats.ts";

function read(text: string): unknown {
  const { at, timeSource, format, level, body, fields } = parseLine(new TextEncoder().encode(text));
  return { at: at && formatNanos(at), timeSource, format, level, body, ...Object.fromEntries(fields) };
}

const at = "2021-08-05T10:14:09.409000000Z";

describe("console formats", () => {
  it.each([
    // zap
    [
      '2021-08-05T10:14:09.409Z\tINFO\toperator.main\tingress-operator/start.go:63\tusing namespace\t{"namespace": "a", "took": 0.5}',
      { format: "zap-console", at, timeSource: "line", level: "info", body: "using namespace" },
      { logger: "operator.main", caller: "ingress-operator/start.go:63", namespace: "a", duration: "500" },
    ],
    [
      "1.628158449409e+09\terror\tmain.go:12\tno",
      { format: "zap-console", at, level: "error", body: "no" },
      { caller: "main.go:12" },
    ],
    [
      "2021-08-05T12:14:09.409+0200\tWARN\tfirst\tsecond word",
      { at, level: "warn", body: "second word" },
      { logger: "first" },
    ],
    ["2021-08-05T10:14:09.409Z\tINFO\ta message alone", { format: "zap-console", body: "a message alone" }, {}],
    // zerolog
    [
      "\u001b[90m10:04AM\u001b[0m \u001b[32mINF\u001b[0m main.go:12 > order taken id=7 took=1.5s",
      { format: "zerolog-console", at: undefined, timeSource: "none", level: "info", body: "order taken" },
      { caller: "main.go:12", id: "7", duration: "1500" },
    ],
    [
      "2021-08-05T10:14:09Z ERR no error=refused",
      { format: "zerolog-console", level: "error", body: "no" },
      { error: "refused" },
    ],
    // logrus
    [
      "\u001b[36mINFO\u001b[0m[0012] A group of walrus emerges                     animal=walrus size=10",
      { format: "logrus-text", level: "info", body: "A group of walrus emerges" },
      { animal: "walrus", size: "10" },
    ],
    ["PANI[2021-08-05T10:14:09.409Z] gone", { format: "logrus-text", level: "fatal", at, timeSource: "line" }, {}],
    // Go
    [
      "2021/08/05 10:14:09.409000 main.go:23: started",
      { format: "go-log", at, timeSource: "line-utc", body: "started" },
      { caller: "main.go:23" },
    ],
    ["2021/08/05 10:14:09 [WARN] late", { format: "go-log", level: "warn", body: "late" }, {}],
    ["WARNING: 2021/08/05 10:14:09 grpc: no", { format: "go-log", level: "warn", body: "grpc: no" }, {}],
    // etcd
    [
      "2021-08-05 10:14:09.409000 N | etcdserver/membership: set",
      { format: "etcd-capnslog", at, level: "info" },
      { logger: "etcdserver/membership" },
    ],
    // Rust
    [
      "2021-08-05T10:14:09.409000Z  INFO request{id=1}: shop::api: served status=200 method=GET path=/a",
      { format: "rust-tracing", timeSource: "line", at, level: "info", body: "served" },
      { logger: "shop::api", spans: "request{id=1}", status: "200", path: "/a" },
    ],
    [
      "2021-08-05T10:14:09.409000Z  WARN linkerd: late",
      { format: "rust-tracing", level: "warn", body: "late" },
      { logger: "linkerd" },
    ],
    [
      "[2021-08-05T10:14:09Z DEBUG shop::db] opened",
      { format: "env-logger", level: "debug", body: "opened" },
      { logger: "shop::db" },
    ],
    // pino-pretty
    [
      "[10:14:09.409] ERROR (api/12 on host-1): no",
      { format: "pino-pretty", level: "error", body: "no" },
      { logger: "api", pid: "12", hostname: "host-1" },
    ],
    [
      "[2021-08-05 10:14:09.409 +0000] INFO (12): x",
      { format: "pino-pretty", at, timeSource: "line", body: "x" },
      { pid: "12" },
    ],
  ])("%s", (line, expected, fields) => {
    expect(read(line)).toMatchObject({ ...expected, ...fields });
  });

  it.each([
    "2021/08/05 10:14:09 [error] 7#7: *1 upstream timed out",
    "2021-08-05 10:14:09.409 INFO main: a line of another program",
    "INFO: started",
    "[main] INFO started",
    "10:04AM\tnothing",
  ])("are not %s", (line) => {
    expect(structuredFormats.filter((format) => format.read(line, {}) !== undefined)).toEqual([]);
  });
});
