import type { LineField, LineFormat } from "../../../parse/line-format.ts";
import { quotedAt } from "../parts/quoted-at.ts";
import { levelOfStatus, requestFields, writtenFields } from "../parts/request.ts";
import { datedHead } from "../times/dated-head.ts";

/** What Istio has put between flags and bytes over time: details, termination details, transport failure. */
const answer =
  / (?<status>\d{1,3}) (?<response_flags>[\w,-]{1,64})(?: (?<details>[a-z][\w{}:,.|()-]{0,300}|-) (?:"[^"]{0,256}"|-))?(?: "[^"]{0,512}"){0,2} (?<received>\d{1,19}) (?<bytes>\d{1,19}) (?<duration>\d{1,15}|-) (?<upstream_duration>\d{1,15}|-|"[^"]{0,20}") /y;
const istioTail =
  / (?<upstream_cluster>[^ "]{1,256}) (?<upstream_local_address>[^ "]{1,64}) (?<downstream_local_address>[^ "]{1,64}) (?<client>[^ "]{1,64}) (?<server_name>[^ "]{1,256}) (?<route>[^ "]{1,256})$/y;

/**
 * Default access log of Envoy ("Access logging", "Default format string") and of Istio ("Envoy Access Logs"); times in
 * milliseconds. The body begins with the request. The level follows from the status.
 */
export const envoyAccess: LineFormat = {
  name: "envoy-access",
  read(text) {
    const head = datedHead(text);
    if (!head?.open || !text.startsWith('] "', head.end)) return undefined;
    const request = quotedAt(text, head.end + 2);
    if (!request) return undefined;
    answer.lastIndex = request.end;
    const groups = answer.exec(text)?.groups;
    if (!groups) return undefined;
    const fields = [...requestFields(request.value), ...writtenFields(Object.entries(groups))];
    fields.push(...tailFields(text, answer.lastIndex));
    return { body: text.slice(head.end + 2), level: levelOfStatus(groups.status), time: head.time, fields };
  },
};

/** Forwarded addresses, user agent, request id, authority and upstream, each in quotes; then Istio's own. */
function tailFields(text: string, at: number): LineField[] {
  const values: string[] = [];
  let end = at;
  for (const _ of ["forwarded", "agent", "id", "authority", "upstream"]) {
    const quoted = quotedAt(text, end);
    if (!quoted) return [];
    values.push(quoted.value);
    end = quoted.end + 1;
  }
  const [forwarded, agent, id, authority, upstream] = values;
  istioTail.lastIndex = end - 1;
  const own = istioTail.exec(text)?.groups ?? {};
  const [, address, port] = /^(.*):(\d{1,5})$/.exec(own.client ?? "") ?? [];
  const client = forwarded && forwarded !== "-" ? forwarded.split(",")[0] : address;
  return writtenFields([
    ...Object.entries({ ...own, client }),
    ["client_port", client === address ? port : undefined],
    ["user_agent", agent],
    ["request_id", id],
    ["authority", authority],
    ["upstream", upstream],
  ]);
}
