import type { LineFormat } from "../../../parse/line-format.ts";
import { partsWith } from "../parts/parts-of.ts";

const parts = partsWith({ i: "info", w: "warn", e: "error", f: "fatal" }, [
  /(?<level>[IWEF])\d{4} \d\d:\d\d:\d\d\.\d{6} {1,64}\d{1,10} (?<caller>[^\s\]]{1,200}:\d{1,6})\] /y,
]);

/** klog behind a header that has the time and the pid already, as of a kubelet in the journal. */
export const klogInside: LineFormat = {
  name: "klog-inside",
  read: (text) => (text.charCodeAt(5) === 32 && text.charCodeAt(8) === 58 ? parts(text, 0) : undefined),
};
