import { decodeBase64 } from "./decode-base64.ts";

/** The content of a `data:` URL (RFC 2397), as files stand in MachineConfigs; undefined where it is none. */
export function parseDataUrl(text: string): { bytes: Uint8Array; base64: string } | undefined {
  const comma = text.indexOf(",");
  if (comma === -1) return undefined;
  const content = percentDecoded(text.slice(comma + 1));
  if (content === undefined) return undefined;
  if (!/;base64$/i.test(text.slice(0, comma))) return { bytes: new TextEncoder().encode(content), base64: "" };
  const bytes = decodeBase64(content);
  return bytes && { bytes, base64: content };
}

function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
