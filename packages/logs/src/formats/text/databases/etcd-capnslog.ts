import { datedFormat } from "../parts/dated-format.ts";

/** etcd until 3.4 (`coreos/pkg/capnslog`, `PrettyFormatter`): `2021-08-05 10:14:09.409123 W | etcdserver: message`. */
export const etcdCapnslog = datedFormat({
  name: "etcd-capnslog",
  levels: { c: "fatal", e: "error", w: "warn", n: "info", i: "info", d: "debug", t: "trace" },
  patterns: [/ (?<level>[CEWNIDT]) \| (?:(?<logger>[\w\-./]{1,100}): )?/y],
});
