import type { LineFormat } from "../../../parse/line-format.ts";
import { partsOf } from "../parts/parts-of.ts";
import { datedAt } from "../times/dated-head.ts";

const head = [/(?<thread>[\w-]{1,64})::(?<level>[A-Z]{4,8})::/y];
const rest = [/::(?<module>\w{1,64})::(?<line>\d{1,6})::(?<logger>[\w.-]{1,128})::\((?<function>[\w<>]{1,128})\) /y];

/** oVirt's VDSM (`logger.conf`): `%(threadName)s::%(levelname)s::%(asctime)s::%(module)s::%(lineno)d::…`. */
export const vdsm: LineFormat = {
  name: "vdsm",
  read(text) {
    const colons = text.slice(0, 72).indexOf("::");
    if (colons < 1 || colons > 64) return undefined;
    const begun = partsOf(head, text, 0);
    const stamp = begun && datedAt(text, text.length - begun.body.length);
    const ended = stamp && partsOf(rest, text, stamp.end);
    return ended && { ...ended, level: begun.level, time: stamp.time, fields: [...begun.fields, ...ended.fields] };
  },
};
