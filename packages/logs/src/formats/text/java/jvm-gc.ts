import { datedFormat } from "../parts/dated-format.ts";

/** Garbage collection of a JVM until 8 (`-XX:+PrintGCDateStamps -XX:+PrintGCTimeStamps`). */
export const jvmGc = datedFormat({ name: "jvm-gc", patterns: [/: (?<uptime>\d{1,10}\.\d{3}): (?=\[)/y] });
