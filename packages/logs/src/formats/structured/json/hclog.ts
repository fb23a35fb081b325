import type { JsonConvention } from "./json-convention.ts";

/** HashiCorp's go-hclog, also plugins of Terraform and Grafana: `@level`, `@message`, `@module`, `@timestamp`. */
export const hclog: JsonConvention = { name: "hclog", has: ["@level", "@message"] };
