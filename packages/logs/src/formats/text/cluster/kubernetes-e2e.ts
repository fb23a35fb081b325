import type { LineFormat } from "../../../parse/line-format.ts";
import { partsWith } from "../parts/parts-of.ts";
import { withYear, yearlessAt } from "../times/yearless-at.ts";

const parts = partsWith({ fail: "error" }, [/: (?<level>INFO|FAIL|WARNING|ERROR): /y]);

/** Test framework of Kubernetes (`test/e2e/framework/log`): `Aug  5 10:14:09.409: INFO: message`. */
export const kubernetesE2e: LineFormat = {
  name: "kubernetes-e2e",
  read(text, around) {
    const first = text.charCodeAt(0);
    if (!(first >= 65 && first <= 83) || text.charCodeAt(3) !== 32) return undefined;
    const stamp = yearlessAt(text, 0);
    const read = stamp && parts(text, stamp.end);
    return read && { ...read, time: withYear(stamp, around) };
  },
};
