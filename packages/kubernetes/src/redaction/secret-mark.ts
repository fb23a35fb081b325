const mark = /^‹redacted:secret(?::\d+ bytes)?›$/;
/** What must-gather-clean and `oc adm inspect` put in the place of a value: base64 of "916 bytes long". */
const foreignMark = /^(\d{1,12}) bytes long$/;
const base64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/** The mark in the place of a value of `data`: base64, so that the length is that of the bytes behind it. */
export function dataMark(value: unknown): string {
  if (typeof value !== "string") return "‹redacted:secret›";
  if (mark.test(value)) return value;
  const text = value.length < 64 ? decoded(value) : undefined;
  const told = text === undefined ? null : foreignMark.exec(text);
  return `‹redacted:secret:${told?.[1] ?? decodedBytes(value)} bytes›`;
}

/** The mark in the place of a value of `stringData`: text, so that the length is that of its UTF-8. */
export function textMark(value: unknown): string {
  if (typeof value !== "string") return "‹redacted:secret›";
  if (mark.test(value)) return value;
  return `‹redacted:secret:${foreignMark.exec(value)?.[1] ?? new TextEncoder().encode(value).length} bytes›`;
}

function decoded(value: string): string | undefined {
  try {
    return atob(value);
  } catch {
    return undefined;
  }
}

/** Counted, not decoded. What is no base64 counts as the text that it is. */
function decodedBytes(value: string): number {
  if (!base64.test(value)) return new TextEncoder().encode(value).length;
  const characters = value.replace(/[\s=]/g, "").length;
  return Math.floor((characters * 3) / 4);
}
