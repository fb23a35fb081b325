import { datedFormat } from "../parts/dated-format.ts";

/** Elasticsearch and OpenSearch, plain text (`config/log4j2.properties`): `[%d][%-5p][%-25c{1.}] [%node_name] %m`. */
export const elasticsearch = datedFormat({
  name: "elasticsearch",
  open: true,
  patterns: [
    /\]\[(?<level>[A-Z]{4,5}) {0,8}\]\[(?<logger>[\w$.\- ]{1,200})\] ?(?:\[(?<node>[^\]\n]{1,128})\] ?)?(?:\[(?<index>[^\]\n]{1,256})\]\[(?<shard>\d{1,6})\] ?)?/y,
  ],
});
