import { datedFormat } from "../parts/dated-format.ts";

/** ZooKeeper (`conf/log4j.properties`, later `logback.xml`): `%d [myid:%X{myid}] - %-5p [%t:%C{1}@%L] - %m`. */
export const zookeeper = datedFormat({
  name: "zookeeper",
  patterns: [
    / (?:\[myid:(?<my_id>\d{0,10})\] )?- (?<level>[A-Z]{4,5}) {1,64}\[(?<thread>[^@\n]{0,300}):(?<logger>[\w$.]{1,128})@(?<line>\d{1,6})\] - /y,
  ],
});
