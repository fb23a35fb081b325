import { datedFormat } from "../parts/dated-format.ts";

/** Calico (`libcalico-go/lib/logutils`): `2021-08-05 10:14:09.409 [INFO][7] felix/int_dataplane.go 123: message`. */
export const calico = datedFormat({
  name: "calico",
  patterns: [
    / \[(?<level>[A-Z]{4,8})\]\[(?<pid>\d{1,10})\] (?:(?<logger>[\w-]{1,64})\/)?(?<file>[\w.-]{1,128}\.go) (?<line>\d{1,6}): /y,
  ],
});
