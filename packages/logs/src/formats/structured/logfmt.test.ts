import { describe, expect, it } from "vitest";
import { logfmt } from "./logfmt.ts";

function read(text: string): unknown {
  const reading = logfmt.read(text, {});
  return reading && { body: reading.body, level: reading.level, fields: Object.fromEntries(reading.fields ?? []) };
}

describe("logfmt", () => {
  it("of go-kit: caller, component, duration with its unit, trace", () => {
    const line =
      'ts=2021-08-05T10:14:09.409Z caller=metrics.go:92 level=info component=querier traceID=4bf92f3577b34da6a3ce929d0e0e4736 msg="query done" duration=1m3.5s query="{app=\\"x\\"}"';
    expect(read(line)).toEqual({
      body: "query done",
      level: "info",
      fields: {
        caller: "metrics.go:92",
        component: "querier",
        trace: "4bf92f3577b34da6a3ce929d0e0e4736",
        duration: "63500",
        query: '{app="x"}',
      },
    });
  });

  it("of Docker's registry: a request", () => {
    const line =
      'time="2021-08-03T10:07:54.337810442Z" level=info msg=response http.request.method=GET http.request.uri="/v2/x?a=b" http.response.duration="56.453µs" http.response.status=200';
    expect(read(line)).toMatchObject({
      body: "response",
      fields: { method: "GET", path: "/v2/x", status: "200", duration: "0.056453" },
    });
  });

  it("without a message: what it says is its other pairs", () => {
    expect(read('level=warn ts=2021-08-05T10:14:09Z component="cluster a" peers=3')).toMatchObject({
      body: 'component="cluster a" peers=3',
      level: "warn",
    });
  });

  it("with words between the pairs", () => {
    expect(read("level=error msg=failed to connect host=db")).toMatchObject({
      body: "failed to connect",
      level: "error",
      fields: { host: "db" },
    });
  });

  it.each([
    "ETCDCTL_CACERT=/etc/kubernetes/ca-bundle.crt",
    "x=1 is one of the things that may be said",
    "http://10.0.0.1/?a=b&c=d",
    "GET /?a=b",
    "=a",
    "a = b",
    "",
  ])("is not %s", (line) => {
    expect(read(line)).toBeUndefined();
  });
});
