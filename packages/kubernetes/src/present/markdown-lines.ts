import type { ResourceRow } from "@kubin/schema";

/** A heading and its list; says how many more there are than lines. */
export function section(title: string, lines: readonly string[], total: number): string {
  const rest = total - lines.length;
  const all = rest > 0 && lines.length > 0 ? [...lines, `- … and ${amount(rest)} more`] : lines;
  return all.length === 0 ? `## ${title}` : `## ${title}\n\n${all.join("\n")}`;
}

export function nameOf({ namespace, name }: Pick<ResourceRow, "namespace" | "name">): string {
  return inline(namespace === "" ? name : `${namespace}/${name}`);
}

const maxInlineLength = 300;

/** Captured text on one line, unable to become markup, an image or a mention in the ticket. */
export function inline(captured: string): string {
  const line = captured.replace(/\s+/g, " ").trim();
  const cut = line.length > maxInlineLength ? `${line.slice(0, maxInlineLength)}…` : line;
  return cut.replace(/[\\`*_[\]<>|!@#]/g, "\\$&");
}

export function amount(value: number): string {
  return value.toLocaleString("en-US");
}

export function utc(iso: string): string {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}
