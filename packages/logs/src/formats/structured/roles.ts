/**
 * What an attribute says, told by its name. `event`: the message, where no other is. `file`, `line`: parts of the
 * caller. `ns` … `s`: a duration, with the unit of a bare number; `duration`: one that must bring its unit.
 */
export type Role =
  | "time"
  | "level"
  | "severity"
  | "message"
  | "event"
  | "logger"
  | "caller"
  | "file"
  | "line"
  | "trace"
  | "span"
  | "traceparent"
  | "method"
  | "status"
  | "path"
  | "ns"
  | "us"
  | "ms"
  | "s"
  | "duration"
  | "attribute";

export type Roles = ReadonlyMap<string, Role>;

/** Roles by name, each with the names separated by blanks. */
export function rolesOf(names: Readonly<Partial<Record<Role, string>>>, base?: Roles): Roles {
  const roles = new Map<string, Role>(base);
  for (const [role, list] of Object.entries(names)) {
    for (const name of list?.split(" ") ?? []) if (isRole(role)) roles.set(name, role);
  }
  return roles;
}

function isRole(text: string): text is Role {
  return Object.hasOwn(knownNames, text);
}

/**
 * Names that mean the same in whatever program: those of zap, logrus, go-kit, zerolog, slog, pino, winston, structlog,
 * python-json-logger, Logback, log4j, Serilog, .NET, OpenTelemetry's semantic conventions, Datadog, Google Cloud,
 * Envoy, Traefik, Caddy, nginx.
 */
const knownNames: Readonly<Record<Role, string>> = {
  time:
    "ts time timestamp @timestamp t @t Timestamp timeMillis datetime date asctime eventTime instant start_time " +
    "StartUTC fields.time timestampSeconds timestamp.seconds",
  level:
    "level lvl severity Level @level @l log.level levelname level_name LogLevel " +
    "severityText SeverityText severity_text severity_label level.name level_value @fields.level @fields.lvl",
  severity: "syslog_severity",
  message: "msg message Message @message @m fields.message short_message @fields.msg @fields.message msg.message",
  event: "event @mt RenderedMessage MessageTemplate textPayload log text body Body",
  logger:
    "logger logger_name loggerName Logger log.logger @module SourceContext Properties.SourceContext log.name name.logger",
  caller: "caller source.location log.origin.caller callsite",
  file:
    "file filename source.file src.file log.origin.file.name sourceLocation.file code.filepath code.file.path " +
    "logging.googleapis.com/sourceLocation.file log.file.name",
  line:
    "lineno line_number source.line src.line log.origin.file.line sourceLocation.line code.lineno code.line.number " +
    "logging.googleapis.com/sourceLocation.line",
  trace:
    "trace_id traceId traceID TraceId TraceID traceid trace.id dd.trace_id dd.trace.id trace otelTraceID " +
    "logging.googleapis.com/trace @tr x-b3-traceid X-B3-TraceId attributes.trace_id mdc.traceId contextMap.traceId",
  span:
    "span_id spanId spanID SpanId SpanID spanid span.id dd.span_id dd.span.id otelSpanID @sp " +
    "logging.googleapis.com/spanId x-b3-spanid X-B3-SpanId mdc.spanId contextMap.spanId",
  traceparent: "traceparent trace_parent traceParent",
  method:
    "method http_method http.method http.request.method request.method request_method req.method RequestMethod " +
    "verb httpMethod requestMethod httpRequest.requestMethod",
  status:
    "status status_code statusCode http_status http.status_code http.status http.response.status_code http.response.status response.status " +
    "response_code responseCode resp res.statusCode DownstreamStatus StatusCode httpRequest.status",
  path:
    "path uri url URI requestURI request_uri request.uri request.path req.url http.path http.target http.url url.path " +
    "http.request.uri RequestPath url.original request_path request.url httpRequest.requestUrl Path",
  ns: "duration_ns elapsed_ns took_ns latency_ns event.duration durationNs durationNanos duration_nanos",
  us: "duration_us elapsed_us took_us latency_us durationUs durationMicros duration_micros",
  ms:
    "duration_ms durationMs duration_millis durationMillis elapsed_ms elapsedMs elapsedMillis took_ms tookMs latency_ms " +
    "latencyMs response_time_ms responseTime ElapsedMilliseconds elapsedMilliseconds ElapsedMs attr.durationMillis " +
    "request_duration_ms time_ms",
  s:
    "duration_seconds durationSeconds duration_s duration_sec elapsed_seconds elapsed_s elapsedSeconds took_seconds " +
    "latency_seconds request_time request_duration_seconds latency_s",
  duration:
    "duration took elapsed latency Duration response_time request_duration " +
    "httpRequest.latency http.response.duration",
  attribute: "",
};

export const knownRoles: Roles = rolesOf(knownNames);

const notBehindAMessage = [
  knownNames.time,
  knownNames.level,
  knownNames.severity,
  knownNames.message,
  knownNames.event,
];

/** For attributes that follow a message, in lines whose time and level stand before it. */
export const attributeRoles: Roles = rolesOf({ attribute: notBehindAMessage.join(" ") }, knownRoles);
