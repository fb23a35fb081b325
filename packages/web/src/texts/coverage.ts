import type { CoverageGap } from "@kubin/schema";

/** Each kind of gap counted, in words. */
export const gapWords: Readonly<Record<CoverageGap["kind"], (count: number, shown: string) => string>> = {
  forbidden: (count, shown) =>
    `${shown} ${count === 1 ? "thing was" : "things were"} forbidden to the one who captured`,
  "timed-out": (count, shown) => `${shown} ${count === 1 ? "answer" : "answers"} did not come in time`,
  cut: (count, shown) => `${shown} ${count === 1 ? "thing was" : "things were"} cut short`,
  unparseable: (count, shown) => `${shown} ${count === 1 ? "file" : "files"} could not be read`,
  missing: (count, shown) => `${shown} ${count === 1 ? "thing is" : "things are"} announced but missing`,
  skipped: (count, shown) => `${shown} ${count === 1 ? "thing was" : "things were"} left out on purpose`,
  duplicate: (count, shown) => `${shown} ${count === 1 ? "copy was" : "copies were"} taken once only`,
  refused: (count, shown) => `${shown} ${count === 1 ? "thing was" : "things were"} refused as unsafe`,
  withheld: (count, shown) =>
    `${shown} ${count === 1 ? "file" : "files"} stayed with the uploader: no text that could be searched for secrets`,
};

/** What each kind of gap means for somebody who looks for something. */
export const gapMeanings: Readonly<Record<CoverageGap["kind"], string>> = {
  forbidden: "Objects of these kinds may exist in the cluster. Nothing here tells.",
  "timed-out": "The cluster did not answer before the capture gave up. There may be more than is shown.",
  cut: "Only a part was kept. What is not in it may still have happened.",
  unparseable: "The bundle holds these, and nothing could be read from them.",
  missing: "The bundle or the upload named these, and they did not come.",
  skipped: "Whoever captured or uploaded chose to leave these out.",
  duplicate: "The bundle holds the same twice. One of the two stands for both; nothing is lost.",
  refused: "These could have done harm (paths that lead out of the bundle, endless nesting), so they were not opened.",
  withheld: "Without text nothing can be searched for secrets, so these never left the machine of the uploader.",
};

export const gapTitles: Readonly<Record<CoverageGap["kind"], string>> = {
  forbidden: "Forbidden",
  "timed-out": "Timed out",
  cut: "Cut",
  unparseable: "Not readable",
  missing: "Missing",
  skipped: "Left out",
  duplicate: "Duplicate",
  refused: "Refused",
  withheld: "Kept back",
};

/** What the rules of the redaction take out, in words. */
const rules: Readonly<Record<string, string>> = {
  secret: "Values of Secrets",
  "masked-before": "Values that another tool had masked",
  "helm-release": "Helm releases",
  env: "Environment variables",
  argument: "Arguments of containers",
  annotation: "Annotations",
  label: "Labels",
  header: "Headers of probes",
  field: "Fields with secret-like names",
  "config-value": "Keys of ConfigMaps with secret-like names",
  setting: "Settings in texts",
  password: "Passwords in texts",
  "url-password": "Passwords in URLs",
  "private-key": "Private keys",
  jwt: "JSON web tokens",
  "certificate-request": "Certificate requests",
  binary: "Binary values",
  packed: "Packed values",
  "ca-bundle": "CA bundles (for their size)",
  "last-applied-configuration": "Copies of the last applied configuration",
  "token-annotation": "Tokens in annotations",
  "secret-field": "Fields that hold secrets, in texts",
  token: "Tokens in texts",
  "too-deep": "Parts nested too deeply",
};

export const coverageTexts = {
  /** Rules are many and have telling names: those without a text of their own are read as words. */
  ruleName: (rule: string) => rules[rule] ?? rule.charAt(0).toUpperCase() + rule.slice(1).replaceAll("-", " "),
  byRule: (of: { rule: string; count: string; places: string }) =>
    `${of.rule}: ${of.count} in ${of.places} ${of.places === "1" ? "namespace" : "namespaces"}`,
  title: "Coverage",
  details: "details",
  noGaps: "Nothing that was asked for is known to be missing",
  partial: "Partial: not everything that was announced arrived or could be read",
  notYet: "What is missing is known once everything has arrived",
  taken: (count: number, shown: string) =>
    `${shown} ${count === 1 ? "value was" : "values were"} taken out before the upload`,
  noneTaken: "No value was taken out",
  intro:
    "What was asked for and not got, and what was taken out before the upload. Empty elsewhere does not mean that nothing happened.",
  gaps: "Not got",
  duplicates: "Held twice",
  gapsShown: (shown: string, all: string) => `${shown} of ${all}`,
  redactions: "Taken out",
  kind: "What happened",
  what: "What",
  namespace: "Namespace",
  detail: "Detail",
  count: "Count",
  rule: "Rule",
  wholeCluster: "(cluster)",
} as const;
