import type { LineFormat } from "../../../parse/line-format.ts";
import { partsWith } from "../parts/parts-of.ts";
import { datedHead } from "../times/dated-head.ts";

const parts = partsWith({ emer: "fatal" }, [
  /\|(?<sequence>\d{5,10})\|(?<logger>[\w()\-/]{1,64})\|(?<level>EMER|ERR|WARN|INFO|DBG)\|/y,
]);

/** Open vSwitch and OVN (`vlog`, "Pattern"): `%D{…}|%05N|%c|%p|%m`; in syslog `ovs|%05N|…`. */
export const openVSwitch: LineFormat = {
  name: "open-vswitch",
  read(text) {
    if (text.startsWith("ovs|")) return parts(text, 3);
    const head = datedHead(text);
    if (!head?.time || text.charCodeAt(head.end) !== 124) return undefined;
    const read = parts(text, head.end);
    return read && { ...read, time: head.time };
  },
};
