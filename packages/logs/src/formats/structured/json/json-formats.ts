import type { LineFormat, LineReading, LineSurroundings } from "../../../parse/line-format.ts";
import type { Attributes } from "../attributes.ts";
import { caddy, envoy, traefik } from "./access-logs.ts";
import { dotnetConsole } from "./dotnet-console.ts";
import { ecs } from "./ecs.ts";
import { controllerRuntime, klogJson, logrusJson, zap, zerolog } from "./go-loggers.ts";
import { googleCloud } from "./google-cloud.ts";
import { hclog } from "./hclog.ts";
import { gelf, logstash } from "./java-loggers.ts";
import { type JsonConvention, readConvention } from "./json-convention.ts";
import { kubernetesAudit } from "./kubernetes-audit.ts";
import { markersIn, markersOf } from "./markers.ts";
import { mongodb } from "./mongodb.ts";
import { bunyan, pino, winston } from "./node-loggers.ts";
import { rustTracingFlat, rustTracingJson } from "./rust-tracing-json.ts";
import { scanJson } from "./scan-json.ts";
import { serilog } from "./serilog.ts";

/** Any other JSON object. */
const anyJson: JsonConvention = { name: "json", has: [] };

/** The more particular ones first. */
const conventions: readonly JsonConvention[] = [
  kubernetesAudit,
  mongodb,
  serilog,
  hclog,
  dotnetConsole,
  ecs,
  gelf,
  caddy,
  traefik,
  envoy,
  rustTracingJson,
  rustTracingFlat,
  bunyan,
  pino,
  controllerRuntime,
  zap,
  klogJson,
  logrusJson,
  logstash,
  winston,
  zerolog,
  googleCloud,
];

const rules = conventions.map((convention) => ({
  convention,
  has: markersOf(convention.has),
  not: markersOf(convention.not ?? []),
}));

function conventionOf(attributes: Attributes): JsonConvention {
  const found = markersIn(attributes);
  for (const { convention, has, not } of rules) {
    if ((found & has) !== has || (found & not) !== 0) continue;
    if (convention.fits?.(attributes) ?? true) return convention;
  }
  return anyJson;
}

interface Scanned {
  text: string;
  /** Undefined where the text is no JSON object. */
  attributes: Attributes | undefined;
  convention: JsonConvention;
}

/** Every format below asks about the same line in turn: it is scanned once. */
let last: Scanned = { text: "", attributes: undefined, convention: anyJson };

function scanOnce(text: string): Scanned {
  if (last.text !== text) {
    const attributes = scanJson(text);
    last = { text, attributes, convention: attributes === undefined ? anyJson : conventionOf(attributes) };
  }
  return last;
}

/** What each convention has read of a text: one format a name, since each line is of exactly one. */
export const jsonFormats: readonly LineFormat[] = [...new Set([...conventions, anyJson].map(({ name }) => name))].map(
  (name) => ({
    name,
    read(text: string, around: LineSurroundings): LineReading | undefined {
      if (text.charCodeAt(0) !== 123) return undefined;
      const { attributes, convention } = scanOnce(text);
      if (attributes === undefined || convention.name !== name) return undefined;
      return readConvention(convention, { attributes, text, around });
    },
  }),
);
