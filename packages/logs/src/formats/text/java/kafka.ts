import { datedFormat } from "../parts/dated-format.ts";

/**
 * Kafka brokers, Connect and MirrorMaker (`config/log4j.properties`: `[%d] %p %m (%c)`). Brackets behind the level belong
 * to the message: `[Controller 0]: …`. A message that goes on in the next line has its logger there.
 */
export const kafka = datedFormat({
  name: "kafka",
  open: true,
  patterns: [
    /\] (?<level>[A-Z]{4,5}) (?<body>.{0,32768}?) \((?<logger>[\w$.-]{1,200})(?::(?<line>\d{1,6}))?\)$/sy,
    /\] (?<level>[A-Z]{4,5}) /y,
  ],
});
