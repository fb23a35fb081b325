import { dig, type Json, records, text } from "../objects/json.ts";
import { field, head, sorted, table, texts } from "./fields.ts";
import type { Page } from "./page.ts";
import { relatedOf } from "./related-of.ts";

export function describeAccount(page: Page, account: Json): void {
  head(page, account);
  const secrets = relatedOf(page, "Secret", "uses").map(({ name }) => name);
  list(page, "Image pull secrets", names(account, "imagePullSecrets"), secrets);
  list(page, "Mountable secrets", names(account, "secrets"), secrets);
  list(
    page,
    "Tokens",
    relatedOf(page, "Secret", "used-by").map(({ name }) => name),
    undefined,
  );
}

function names(account: Json, path: string): string[] {
  return records(account, path).map((one) => text(one, "name"));
}

function list(
  page: Page,
  ...[title, values, captured]: [string, readonly string[], readonly string[] | undefined]
): void {
  if (values.length === 0) {
    page.row(0, `${title}:`, "<none>");
    return;
  }
  values.forEach((name, at) => {
    page.row(0, at === 0 ? `${title}:` : "", captured && !captured.includes(name) ? `${name} (not captured)` : name);
  });
}

/** Role and ClusterRole: one line for each resource, as kubectl breaks rules down. */
export function describeRole(page: Page, role: Json): void {
  head(page, role);
  page.row(0, "PolicyRule:");
  const rows = records(role, "rules").flatMap((rule) => {
    const verbs = `[${texts(rule, "verbs").join(" ")}]`;
    const limited = `[${texts(rule, "resourceNames").join(" ")}]`;
    const groups = dig(rule, "apiGroups");
    const all = Array.isArray(groups) && groups.length > 0 ? groups.map(String) : [""];
    const resources = texts(rule, "resources").flatMap((name) =>
      all.map((group) => [ofGroup(name, group), "[]", limited, verbs]),
    );
    const urls = texts(rule, "nonResourceURLs").map((url) => ["", `[${url}]`, "[]", verbs]);
    return [...resources, ...urls];
  });
  rows.sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
  table(page, 1, ["Resources", "Non-Resource URLs", "Resource Names", "Verbs"], rows);
}

/** The group stands before a subresource: `deployments.apps/scale`. */
function ofGroup(resource: string, group: string): string {
  if (group === "") return resource;
  const [plural = "", ...sub] = resource.split("/");
  return [`${plural}.${group}`, ...sub].join("/");
}

export function describeBinding(page: Page, binding: Json): void {
  head(page, binding);
  page.row(0, "Role:");
  page.row(1, "Kind:", text(binding, "roleRef.kind"));
  page.row(1, "Name:", text(binding, "roleRef.name"));
  page.row(0, "Subjects:");
  table(
    page,
    1,
    ["Kind", "Name", "Namespace"],
    records(binding, "subjects").map((one) => [text(one, "kind"), text(one, "name"), text(one, "namespace")]),
  );
}

/** Keys of a Secret with their sizes; what was taken out stands as its mark. */
export function describeSecret(page: Page, secret: Json): void {
  head(page, secret);
  page.row(0, "");
  field(page, 0, "Type", text(secret, "type") || "Opaque");
  page.row(0, "");
  page.row(0, "Data");
  page.row(0, "====");
  for (const [key, value] of sorted(secret.data)) page.row(0, `${key}:`, secretText(value));
}

function secretText(value: string): string {
  if (value.includes("‹redacted:")) return value;
  return `${Math.floor((value.replace(/=+$/, "").length * 3) / 4)} bytes`;
}

/** Keys and values of a ConfigMap. Lines of values are indented, so that they cannot pass for lines of the description. */
export function describeConfigMap(page: Page, map: Json): void {
  head(page, map);
  page.row(0, "");
  page.row(0, "Data");
  page.row(0, "====");
  for (const [key, value] of sorted(map.data)) {
    page.row(0, `${key}:`);
    page.row(0, "----");
    for (const line of value.split("\n")) page.row(1, line);
    page.row(0, "");
  }
  page.row(0, "BinaryData");
  page.row(0, "====");
  for (const [key, value] of sorted(map.binaryData)) page.row(0, `${key}: ${secretText(value)}`);
}
