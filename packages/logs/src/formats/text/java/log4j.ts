import { datedFormat } from "../parts/dated-format.ts";

/** Names with a dot, a `$` or two capitals: what a class is called and the first word of a sentence is not. */
const className = String.raw`(?<logger>[A-Za-z][\w\-]{0,100}[.$][\w$.\-\/[\]]{1,150}|[A-Z][a-z\d]{1,40}[A-Z]\w{0,100})`;

/** Patterns of log4j and Logback in wide use, of Hadoop, HBase, Flink, Quarkus, WildFly, Solr, Spark and others. */
export const log4j = datedFormat({
  name: "log4j",
  clock: true,
  patterns: [
    // Logback's and Log4j 2's default: `%d{HH:mm:ss.SSS} [%thread] %-5level %logger{36} - %msg`.
    / \[(?<thread>[^\]\n]{0,200})\] (?<level>[A-Z]{4,5}) {1,64}(?<logger>[\w$.\-/:[\]]{1,200}) {1,64}- /y,
    // WildFly, Quarkus: `%d %-5p [%c] (%t) %s`.
    / (?<level>[A-Z]{4,5}) {1,64}\[(?<logger>[\w$.-]{1,200})\] \((?<thread>[^)\n]{0,200})\) /y,
    // Hadoop, HBase: `%d{ISO8601} %-5p [%t] %c{2}: %m`.
    / (?<level>[A-Z]{4,5}) {1,64}\[(?<thread>[^\]\n]{0,200})\] {1,64}(?<logger>[\w$.\-/]{1,200})(?:\((?<line>\d{1,6})\))? *: /y,
    / (?<level>[A-Z]{4,5}) {1,64}\[(?<thread>[^\]\n]{0,200})\] {1,64}(?<logger>[\w$.\-/]{1,200})(?::(?<line>\d{1,6}))? {1,64}- /y,
    // Solr: `%d %-5p (%t) [%X{node_name} …] %c{1.} %m`.
    / (?<level>[A-Z]{4,5}) {1,64}\((?<thread>[^)\n]{0,200})\) \[[^\]\n]{0,200}\] (?<logger>[\w$.-]{1,200}) /y,
    // Flink and others: `%d %-5p %-60c %x - %m`; Strimzi: `%d %-5p %c{1}:%L - %m`.
    new RegExp(` (?<level>[A-Z]{4,5}) {1,64}${className}(?::(?<line>\\d{1,6}))?(?: {1,64}\\[\\])? {1,64}- `, "y"),
    / (?<level>[A-Z]{4,5}) {1,64}(?<logger>[A-Za-z][\w$.\-/[\]]{0,200})#(?<line>\d{1,6}) (?:TraceID: (?<trace>\w{1,64}) SpanID: (?<span>\w{1,64}) )?/y,
    // A layout without a logger.
    / (?<level>[A-Z]{4,5}) {1,64}- (?:TraceID: (?<trace>\w{1,64}) SpanID: (?<span>\w{1,64}) )?/y,
    new RegExp(` (?<level>[A-Z]{4,5}) {1,64}${className}: `, "y"),
  ],
});
