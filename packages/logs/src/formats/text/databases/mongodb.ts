import { datedFormat } from "../parts/dated-format.ts";

/** MongoDB before 4.4 ("Log Messages", 4.2): `<timestamp> <severity> <component> [<context>] <message>`. */
export const mongodb = datedFormat({
  name: "mongodb",
  levels: {
    f: "fatal",
    e: "error",
    w: "warn",
    i: "info",
    d: "debug",
    d1: "debug",
    d2: "debug",
    d3: "debug",
    d4: "debug",
    d5: "debug",
  },
  patterns: [/ (?<level>[FEWI]|D[1-5]?) {1,64}(?<logger>[A-Z_]{2,16}|-) {1,64}\[(?<thread>[^\]\n]{1,128})\] /y],
});
