import { describe, expect, it } from "vitest";
import { formatNanos } from "../../../lines/nanos.ts";
import { jsonFormats } from "./json-formats.ts";

function read(text: string): unknown {
  for (const format of jsonFormats) {
    const reading = format.read(text, {});
    if (!reading) continue;
    const { body, level, time, fields } = reading;
    return {
      format: format.name,
      body,
      severity: level,
      level,
      at: time && formatNanos(time.at),
      ...Object.fromEntries(fields ?? []),
    };
  }
  return undefined;
}

// Lines as the documentation of each library shows them, or as its code writes them; lines of real programs are in
// fixtures.test.ts.
describe("JSON lines", () => {
  it("of the Kubernetes audit log", () => {
    const line = JSON.stringify({
      kind: "Event",
      apiVersion: "audit.k8s.io/v1",
      level: "Metadata",
      auditID: "c0b5e0f5-2b0c-4c57-9fcd-1ee0d5e8e9c4",
      stage: "ResponseComplete",
      requestURI: "/api/v1/namespaces/web/pods?limit=500",
      verb: "list",
      user: { username: "system:serviceaccount:web:api", groups: ["system:authenticated"] },
      sourceIPs: ["10.0.0.1"],
      objectRef: { resource: "pods", namespace: "web", apiVersion: "v1" },
      responseStatus: { metadata: {}, code: 403, status: "Failure" },
      requestReceivedTimestamp: "2021-08-05T10:14:09.409123Z",
      stageTimestamp: "2021-08-05T10:14:09.411623Z",
    });
    expect(read(line)).toMatchObject({
      format: "kubernetes-audit",
      body: "list /api/v1/namespaces/web/pods?limit=500 403",
      at: "2021-08-05T10:14:09.411623000Z",
      severity: undefined,
      level: "Metadata",
      verb: "list",
      user: "system:serviceaccount:web:api",
      status: "403",
      path: "/api/v1/namespaces/web/pods",
      duration: "2.5",
      "objectRef.namespace": "web",
      "objectRef.resource": "pods",
      stage: "ResponseComplete",
    });
  });

  it("of MongoDB", () => {
    const line =
      '{"t":{"$date":"2021-08-05T10:14:09.409+02:00"},"s":"W","c":"COMMAND","id":51803,"ctx":"conn5","msg":"Slow query","attr":{"ns":"shop.orders","durationMillis":123}}';
    expect(read(line)).toMatchObject({
      format: "mongodb",
      body: "Slow query",
      level: "warn",
      at: "2021-08-05T08:14:09.409000000Z",
      logger: "COMMAND",
      ctx: "conn5",
      duration: "123",
      "attr.ns": "shop.orders",
    });
  });

  it.each([
    [
      "serilog",
      '{"@t":"2021-08-05T10:14:09.4091230Z","@mt":"Hello {User}","User":"ann","@tr":"4bf92f3577b34da6a3ce929d0e0e4736"}',
      { body: "Hello {User}", level: "info", User: "ann", trace: "4bf92f3577b34da6a3ce929d0e0e4736" },
    ],
    ["serilog", '{"@t":"2021-08-05T10:14:09Z","@m":"no","@l":"Error"}', { body: "no", level: "error" }],
    [
      "dotnet",
      '{"EventId":14,"LogLevel":"Information","Category":"Microsoft.Hosting.Lifetime","Message":"Now listening on: http://[::]:80","State":{"Message":"Now listening on: http://[::]:80","address":"http://[::]:80"}}',
      { body: "Now listening on: http://[::]:80", level: "info", logger: "Microsoft.Hosting.Lifetime" },
    ],
    [
      "ecs",
      '{"@timestamp":"2021-08-05T10:14:09.409Z","log.level":"ERROR","message":"no","ecs.version":"1.2.0","log.logger":"com.shop.Pool","trace.id":"4bf92f3577b34da6a3ce929d0e0e4736","event.duration":1500000}',
      { level: "error", logger: "com.shop.Pool", trace: "4bf92f3577b34da6a3ce929d0e0e4736", duration: "1.5" },
    ],
    [
      "google-cloud",
      '{"severity":"WARNING","message":"late","timestamp":{"seconds":1628158449,"nanos":409123456},"logging.googleapis.com/trace":"projects/p/traces/06796866738c859f2f19b7cfb3214824","logging.googleapis.com/sourceLocation":{"file":"main.go","line":"12"}}',
      {
        level: "warn",
        at: "2021-08-05T10:14:09.409123456Z",
        trace: "06796866738c859f2f19b7cfb3214824",
        caller: "main.go:12",
      },
    ],
    [
      "klog-json",
      '{"ts":1628158449409.123,"caller":"server/http.go:12","msg":"Serving","v":2,"pod":{"name":"a","namespace":"b"}}',
      { level: "info", at: "2021-08-05T10:14:09.409123000Z", caller: "server/http.go:12", "pod.namespace": "b" },
    ],
    ["klog-json", '{"ts":1628158449409.123,"msg":"no","err":"refused"}', { level: "error", err: "refused" }],
    [
      "zap",
      '{"level":"dpanic","ts":1628158449.4091234,"msg":"slow","took":0.25}',
      { level: "fatal", duration: "250", at: "2021-08-05T10:14:09.409123400Z" },
    ],
    ["zap", '{"level":"Level(-4)","ts":"2021-08-05T10:14:09.409+0200","msg":"x"}', { level: "debug", body: "x" }],
    [
      "zerolog",
      '{"level":"info","duration":12.5,"time":1628158449,"message":"done"}',
      { duration: "12.5", body: "done" },
    ],
    [
      "logrus-json",
      '{"level":"warning","msg":"x","time":"2021-08-05T10:14:09Z","duration":1234}',
      { duration_raw: "1234" },
    ],
    [
      "winston",
      '{"level":"silly","message":"x","timestamp":"2021-08-05T10:14:09.000Z"}',
      { level: "trace", body: "x" },
    ],
    [
      "logstash",
      '{"@timestamp":"2021-08-05T10:14:09.409+00:00","@version":"1","message":"x","logger_name":"com.shop.A","thread_name":"main","level":"INFO","level_value":20000}',
      { level: "info", logger: "com.shop.A", level_value: "20000" },
    ],
    [
      "gelf",
      '{"version":"1.1","host":"a","short_message":"x","timestamp":1628158449.409,"level":3}',
      { level: "error" },
    ],
    [
      "traefik",
      '{"ClientAddr":"10.0.0.1:1","DownstreamStatus":502,"Duration":1234567,"RequestMethod":"GET","RequestPath":"/a?b=c","StartUTC":"2021-08-05T10:14:09.409Z","level":"info","msg":"","time":"2021-08-05T10:14:10Z"}',
      { body: "GET /a 502", status: "502", duration: "1.234567", path: "/a", at: "2021-08-05T10:14:09.409000000Z" },
    ],
    [
      "envoy",
      '{"authority":"x","duration":7,"method":"POST","path":"/v1?k","response_code":200,"response_flags":"-","start_time":"2021-08-05T10:14:09.409Z"}',
      { body: "POST /v1 200", duration: "7", status: "200", at: "2021-08-05T10:14:09.409000000Z" },
    ],
    [
      "json",
      '{"traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01","dd.trace_id":"0"}',
      { trace: "4bf92f3577b34da6a3ce929d0e0e4736", span: "00f067aa0ba902b7" },
    ],
    // A known name with another meaning stays an attribute.
    ["json", '{"status":"Running","path":"/var/lib","trace":true,"pod":"a"}', { status: "Running", path: "/var/lib" }],
    ["json", '{"event":"started","timestamp":"2021-08-05T10:14:09"}', { body: "started" }],
    ["json", "{}", { body: "{}" }],
  ])("of %s: %s", (format, line, expected) => {
    expect(read(line)).toMatchObject({ format, ...expected });
  });
});
