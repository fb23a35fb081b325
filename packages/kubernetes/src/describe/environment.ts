import { isThere, type Json, records, text } from "../objects/json.ts";
import type { Page } from "./page.ts";

/** What a container finds in its environment, and where from. */
export function describeEnvironment(page: Page, container: Json, level: number): void {
  const sources = records(container, "envFrom");
  if (sources.length > 0) page.row(level, "Environment Variables from:");
  for (const source of sources) {
    const kind = isThere(source, "configMapRef") ? "ConfigMap" : "Secret";
    const path = kind === "ConfigMap" ? "configMapRef" : "secretRef";
    const prefix = text(source, "prefix");
    const more = prefix ? ` with prefix '${prefix}'` : "";
    page.row(level + 1, text(source, `${path}.name`), `${kind}${more}`, `Optional: ${optional(source, path)}`);
  }
  const variables = records(container, "env");
  if (variables.length === 0) {
    page.row(level, "Environment:", "<none>");
    return;
  }
  page.row(level, "Environment:");
  for (const variable of variables) {
    const name = `${text(variable, "name")}:`;
    if (!isThere(variable, "valueFrom")) {
      const [first = "", ...rest] = text(variable, "value").split("\n");
      page.row(level + 1, name, first);
      for (const line of rest) page.row(level + 1, "", line);
    } else page.row(level + 1, name, ...fromText(variable));
  }
}

function fromText(variable: Json): string[] {
  const of = (path: string) => text(variable, `valueFrom.${path}`);
  const has = (path: string) => isThere(variable, `valueFrom.${path}`);
  if (has("fieldRef")) return [` (${of("fieldRef.apiVersion") || "v1"}:${of("fieldRef.fieldPath")})`];
  if (has("resourceFieldRef")) {
    const container = of("resourceFieldRef.containerName");
    return [`${container ? `${container} ` : ""}(${of("resourceFieldRef.resource")})`];
  }
  if (has("secretKeyRef")) {
    const words = `<set to the key '${of("secretKeyRef.key")}' in secret '${of("secretKeyRef.name")}'>`;
    return [words, `Optional: ${optional(variable, "valueFrom.secretKeyRef")}`];
  }
  if (has("configMapKeyRef")) {
    const words = `<set to the key '${of("configMapKeyRef.key")}' of config map '${of("configMapKeyRef.name")}'>`;
    return [words, `Optional: ${optional(variable, "valueFrom.configMapKeyRef")}`];
  }
  return ["<unknown>"];
}

function optional(value: Json, path: string): string {
  return text(value, `${path}.optional`) === "true" ? "true" : "false";
}
