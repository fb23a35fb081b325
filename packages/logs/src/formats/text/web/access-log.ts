import type { LineField, LineFormat } from "../../../parse/line-format.ts";
import { quotedAt } from "../parts/quoted-at.ts";
import { levelOfStatus, requestFields, writtenFields } from "../parts/request.ts";
import { dayFirstAt } from "../times/named-month.ts";
import type { ReadTime } from "../times/read-time.ts";
import { accessTailFields } from "./access-tail.ts";

/** How far from the beginning the time has to stand: behind client, identity and user. */
const reach = 200;

const answer = / (?<status>\d{3}|-)(?: (?<bytes>\d{1,19}|-))?(?= |$)/y;

/**
 * Common and combined access log of Apache httpd (`mod_log_config`, "Common Log Format") and nginx
 * (`ngx_http_log_module`), of gunicorn, Traefik, Python's `http.server` and ingress-nginx, which append parts of their
 * own. The body begins with the request. The level follows from the status.
 */
export const accessLog: LineFormat = {
  name: "access-log",
  read(text) {
    const open = openBracket(text);
    const stamp = open < 0 ? undefined : dayFirstAt(text, open + 1);
    if (!stamp || text.charCodeAt(stamp.end) !== 93 || text.charCodeAt(stamp.end + 2) !== 34) return undefined;
    const who = whoFields(text.slice(0, open - 1));
    return who && readRequest(text, stamp, who);
  },
};

function readRequest(text: string, stamp: ReadTime, who: LineField[]) {
  const request = quotedAt(text, stamp.end + 2);
  if (!request) return undefined;
  answer.lastIndex = request.end;
  const found = answer.exec(text)?.groups;
  if (!found) return undefined;
  const { status, bytes } = found;
  const fields = [
    ...requestFields(request.value),
    ...writtenFields([
      ["status", status],
      ["bytes", bytes],
    ]),
    ...who,
  ];
  fields.push(...accessTailFields(text, answer.lastIndex));
  return { body: text.slice(stamp.end + 2), level: levelOfStatus(status), time: stamp.time, fields };
}

/** The `[` of `[05/Aug/…` behind a blank; -1 where none stands near the beginning. */
function openBracket(text: string): number {
  const first = text.charCodeAt(0);
  if (first === 91 || first === 123 || first <= 44) return -1;
  const blank = text.slice(0, reach).indexOf(" [");
  return blank > 4 && text.charCodeAt(blank + 4) === 47 ? blank + 1 : -1;
}

/** `client identity user`, with the virtual host before it or the forwarded addresses in place of the client. */
function whoFields(text: string): LineField[] | undefined {
  const parts = text.split(" ");
  const user = parts.pop();
  const identity = parts.pop();
  const [first = "", second] = parts;
  if (second === undefined) return isHost(first) ? fieldsOfWho({ client: first, identity, user }) : undefined;
  if (first.endsWith(",")) return fieldsOfWho({ client: first.slice(0, -1), identity, user });
  return isHost(first) && isHost(second) && parts.length === 2
    ? fieldsOfWho({ client: second, identity, user, virtual_host: first })
    : undefined;
}

function fieldsOfWho(who: Readonly<Record<string, string | undefined>>): LineField[] {
  return writtenFields(Object.entries(who));
}

function isHost(text: string): boolean {
  return /^[\w.:%[\]-]{1,120}$/.test(text);
}
