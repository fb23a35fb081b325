import { datedFormat } from "../parts/dated-format.ts";

/** VMware's vpxd and hostd: `2022-06-02T11:58:12.193Z info vpxd[45715] [Originator@6876 sub=vpxLro opID=…] message`. */
export const vsphere = datedFormat({
  name: "vsphere",
  levels: { verbose: "debug", trivia: "trace", section: "info" },
  patterns: [
    / (?<level>[a-z]{4,8}) (?<unit>[\w-]{1,64})\[(?<pid>[\dA-F]{1,16})\] \[Originator@\d{1,8}(?: sub=(?<logger>[^ \]]{1,128}))?(?: opID=(?<operation>[^ \]]{1,128}))?[^\]\n]{0,200}\] /y,
  ],
});
