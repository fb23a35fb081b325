import { isThere, type Json, number, records, text } from "../objects/json.ts";
import { texts } from "./fields.ts";

/** A probe in one line, as `DescribeProbe` of kubectl writes it. */
export function probeText(probe: Json): string {
  const attributes =
    `delay=${number(probe, "initialDelaySeconds") ?? 0}s timeout=${number(probe, "timeoutSeconds") ?? 1}s ` +
    `period=${number(probe, "periodSeconds") ?? 10}s #success=${number(probe, "successThreshold") ?? 1} #failure=${number(probe, "failureThreshold") ?? 3}`;
  if (isThere(probe, "exec")) return `exec [${texts(probe, "exec.command").join(" ")}] ${attributes}`;
  if (isThere(probe, "httpGet")) {
    const scheme = (text(probe, "httpGet.scheme") || "http").toLowerCase();
    const host = `${text(probe, "httpGet.host")}:${text(probe, "httpGet.port")}`;
    const path = text(probe, "httpGet.path");
    const headers = records(probe, "httpGet.httpHeaders").map((one) => `${text(one, "name")}: ${text(one, "value")}`);
    const end = headers.length > 0 ? ` headers=[${headers.join(", ")}]` : "";
    return `http-get ${scheme}://${host}${path.startsWith("/") || path === "" ? path : `/${path}`}${end} ${attributes}`;
  }
  if (isThere(probe, "tcpSocket")) {
    return `tcp-socket ${text(probe, "tcpSocket.host")}:${text(probe, "tcpSocket.port")} ${attributes}`;
  }
  if (isThere(probe, "grpc"))
    return `grpc <pod>:${text(probe, "grpc.port")} ${text(probe, "grpc.service")} ${attributes}`;
  return `unknown ${attributes}`;
}
