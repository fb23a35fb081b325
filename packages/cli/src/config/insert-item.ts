interface InsertItem {
  text: string;
  section: "rules" | "exceptions";
  /** The new item as YAML, "- …" at its beginning. */
  item: string;
}

/**
 * The text of a `.kubin.yaml` with one more item at the top of a section of `redaction`, its comments where they were.
 * Knows the block style alone; whoever calls it looks whether the result means what it should.
 */
export function insertItem({ text, section, item }: InsertItem): string {
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  const top = lines.findIndex((line) => /^redaction:\s*(#.*)?$/.test(line));
  if (top < 0) return [...lines, "redaction:", `  ${section}:`, ...indented(item, "    "), ""].join("\n");
  const length = lines.slice(top + 1).findIndex((line) => /^[^\s#]/.test(line));
  const end = length < 0 ? lines.length : top + 1 + length;
  const at = lines.slice(0, end).findIndex((line, index) => index > top && line.trim().startsWith(`${section}:`));
  if (at < 0) {
    const indent = /^ +(?=\w)/.exec(lines.slice(top + 1, end).find((line) => /^ +\w/.test(line)) ?? "")?.[0] ?? "  ";
    lines.splice(top + 1, 0, `${indent}${section}:`, ...indented(item, `${indent}  `));
  } else {
    const next = lines.slice(at + 1, end).find((line) => /^ *- /.test(line));
    const own = /^ */.exec(lines[at] ?? "")?.[0] ?? "";
    const found = /^ */.exec(next ?? "")?.[0] ?? "";
    const indent = found.length >= own.length && next !== undefined ? found : `${own}  `;
    lines.splice(at + 1, 0, ...indented(item, indent));
  }
  return [...lines, ""].join("\n");
}

function indented(item: string, indent: string): string[] {
  return item
    .trimEnd()
    .split("\n")
    .map((line) => `${indent}${line}`);
}
