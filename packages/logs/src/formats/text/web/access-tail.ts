import type { LineField } from "../../../parse/line-format.ts";
import { milliseconds } from "../parts/milliseconds.ts";
import { quotedAt } from "../parts/quoted-at.ts";
import { writtenFields } from "../parts/request.ts";

/** `log-format-upstream` of ingress-nginx (user guide, "Log format"); times in seconds. */
const ingress =
  / (?<request_length>\d{1,19}) (?<seconds>[\d.]{1,20}) \[(?<upstream>[^\]]{0,256})\] \[(?<alternative_upstream>[^\]]{0,256})\] (?<upstream_address>[^ ,]{1,100}(?:, [^ ,]{1,100}){0,9}) (?<upstream_bytes>[\d-]{1,19}(?:, [\d-]{1,19}){0,9}) (?<upstream_seconds>[\d.-]{1,20}(?:, [\d.-]{1,20}){0,9}) (?<upstream_status>[\d-]{1,3}(?:, [\d-]{1,3}){0,9}) (?<request_id>[\w-]{1,64})$/y;

/** Common log of Traefik: number of the request, router, server, milliseconds. */
const traefik = / (?<request_number>\d{1,19}) "(?<router>[^"]{0,256})" "(?<upstream>[^"]{0,512})" (?<ms>\d{1,15})ms$/y;

/** What stands behind status and bytes: referrer and user agent (combined), then what a proxy appends. */
export function accessTailFields(text: string, at: number): LineField[] {
  const referer = quotedAt(text, at + 1);
  const agent = referer && quotedAt(text, referer.end + 1);
  if (!referer || !agent) return [];
  const fields = writtenFields([
    ["referer", referer.value],
    ["user_agent", agent.value],
  ]);
  return [...fields, ...ingressFields(text, agent.end), ...traefikFields(text, agent.end)];
}

function ingressFields(text: string, at: number): LineField[] {
  ingress.lastIndex = at;
  const groups = ingress.exec(text)?.groups;
  if (!groups) return [];
  const { seconds, upstream_seconds, ...rest } = groups;
  const upstream = milliseconds(upstream_seconds, "s");
  return writtenFields([
    ["duration", milliseconds(seconds, "s")],
    ["upstream_duration", upstream],
    ...Object.entries(rest),
  ]);
}

function traefikFields(text: string, at: number): LineField[] {
  traefik.lastIndex = at;
  const groups = traefik.exec(text)?.groups;
  if (!groups) return [];
  const { ms, ...rest } = groups;
  return writtenFields([["duration", milliseconds(ms, "ms")], ...Object.entries(rest)]);
}
