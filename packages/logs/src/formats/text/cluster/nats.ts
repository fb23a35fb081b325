import type { LineFormat } from "../../../parse/line-format.ts";
import { partsWith } from "../parts/parts-of.ts";
import { datedAt } from "../times/dated-head.ts";

const head = /\[(?<pid>\d{1,10})\] /y;
const parts = partsWith({ trc: "trace" }, [/ \[(?<level>TRC|DBG|INF|WRN|ERR|FTL)\] /y]);

/** NATS server (`logger/log.go`): `[7] 2021/08/05 10:14:09.409123 [INF] message`. */
export const nats: LineFormat = {
  name: "nats",
  read(text) {
    const first = text.charCodeAt(1);
    if (text.charCodeAt(0) !== 91 || !(first >= 48 && first <= 57)) return undefined;
    head.lastIndex = 0;
    const pid = head.exec(text)?.groups?.pid;
    const stamp = pid === undefined ? undefined : datedAt(text, head.lastIndex);
    const read = stamp && parts(text, stamp.end);
    return read && { ...read, time: stamp.time, fields: [["pid", pid ?? ""]] };
  },
};
