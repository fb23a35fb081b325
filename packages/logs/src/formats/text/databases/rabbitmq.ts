import type { LineFormat } from "../../../parse/line-format.ts";
import { datedFormat } from "../parts/dated-format.ts";
import { partsOf } from "../parts/parts-of.ts";
import { dayFirstAt } from "../times/named-month.ts";

/** RabbitMQ 3.7 and later ("Logging"): `2021-08-05 10:14:09.409123+00:00 [info] <0.222.0> message`. */
export const rabbitmq = datedFormat({
  name: "rabbitmq",
  patterns: [/ \[(?<level>[a-z]{4,9})\] <(?<process>[\d.]{1,32})> /y],
});

const report = [/=(?<level>INFO|WARNING|ERROR) REPORT==== /y];

/** Reports of Erlang's SASL and RabbitMQ before 3.7; the message follows in the next lines. */
export const erlangReport: LineFormat = {
  name: "erlang-report",
  read(text) {
    if (text.charCodeAt(0) !== 61) return undefined;
    const read = partsOf(report, text, 0);
    if (!read) return undefined;
    const day = read.body.replace("::", ":").replace(/^(?=\d-)/, "0");
    const stamp = dayFirstAt(day, 0);
    return stamp && { ...read, body: text, time: stamp.time };
  },
};
