import type { Download } from "@kubin/schema";

/**
 * Where a part is saved: `type/namespace/digest-name`. Names come from captured data, so nothing of them is a path:
 * only letters, digits and a few signs stay, and the digest keeps them apart.
 */
export function safeFilePath(item: Pick<Download, "type" | "namespace" | "sha256" | "filename">): string {
  const name = plain(item.filename).slice(-100);
  const folder = item.namespace === "" ? "_cluster" : plain(item.namespace);
  return [plain(item.type), folder, `${plain(item.sha256).slice(0, 12)}-${name}`].join("/");
}

function plain(text: string): string {
  return text.replace(/[^\w.-]+/g, "_").replace(/^\.+/, "_") || "_";
}
