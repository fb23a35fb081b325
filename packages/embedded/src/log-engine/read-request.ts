import { refusal } from "./clickhouse-exception.ts";

export interface BridgeRequest {
  /** Statement in the address; the body then holds rows. */
  query: string | undefined;
  queryId: string;
  database: string | undefined;
  /** Wire texts by name, without the `param_`. */
  params: Map<string, string>;
  /** SQL literals by name. */
  settings: Map<string, string>;
  compress: boolean;
}

/** Settings of ClickHouse's HTTP interface itself: the engine behind the bridge does not know them or needs none. */
const ofTheInterface = new Set([
  ...["wait_end_of_query", "buffer_size", "send_progress_in_http_headers", "http_headers_progress_interval_ms"],
  ...["cancel_http_readonly_queries_on_client_close", "http_zlib_compression_level", "add_http_cors_header"],
  ...["http_write_exception_in_output_format", "http_response_buffer_size", "default_format", "compress", "decompress"],
  ...["user", "password", "quota_key", "client_protocol_version"],
]);

/** Reads the address of a request to ClickHouse's HTTP interface. Throws on what cannot be honoured. */
export function readRequest(url: URL): BridgeRequest {
  const request: BridgeRequest = {
    query: undefined,
    queryId: "",
    database: undefined,
    params: new Map(),
    settings: new Map(),
    compress: false,
  };
  for (const [name, value] of url.searchParams) {
    if (name === "query") request.query = value;
    else if (name === "query_id") request.queryId = value;
    else if (name === "database") request.database = databaseName(value);
    else if (name === "enable_http_compression") request.compress = value === "1";
    else if (name.startsWith("param_")) request.params.set(parameterName(name.slice("param_".length)), value);
    else if (name === "session_id" || name === "role") throw refusal(344, `"${name}" is not supported.`);
    else if (!ofTheInterface.has(name)) request.settings.set(settingName(name), quote(value));
  }
  return request;
}

/** A string literal of ClickHouse. */
export function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

function settingName(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(name)) throw refusal(115, "The name of a setting holds a-z, 0-9 and _ only.");
  return name;
}

function parameterName(name: string): string {
  if (!/^[A-Za-z_]\w{0,99}$/.test(name)) throw refusal(36, "The name of a parameter holds letters, digits and _ only.");
  return name;
}

function databaseName(name: string): string {
  if (!/^[A-Za-z_]\w{0,99}$/.test(name)) throw refusal(36, "The name of a database holds letters, digits and _ only.");
  return name;
}
