/** A text as another layer writes it. */
export interface Encoding {
  name: string;
  encode(text: string): string;
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** Ways in which a text with a secret stands inside another one. */
export const encodings: readonly Encoding[] = [
  { name: "plain", encode: (text) => text },
  { name: "json-escaped", encode: (text) => JSON.stringify(text).slice(1, -1) },
  { name: "json-escaped twice", encode: (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1) },
  { name: "url-encoded", encode: (text) => encodeURIComponent(text) },
  { name: "base64", encode: base64 },
  { name: "base64, one byte on", encode: (text) => base64(`x${text}`) },
  { name: "base64, two bytes on", encode: (text) => base64(`xy${text}`) },
  {
    name: "base64 for URLs",
    encode: (text) => base64(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""),
  },
  { name: "base64 of base64", encode: (text) => base64(base64(text)) },
];

/** Every form in which `secret` itself could still be read in an output. */
export function readableForms(secret: string): string[] {
  const once = phases(secret);
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    ...once,
    ...once.flatMap(phases),
  ];
  const all = forms.flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
  return [...new Set(all)].filter((form) => form.length >= shortestPiece);
}

/** Less tells nothing of a secret. */
const shortestPiece = 8;

/** Whether a quarter of a form stands in the text, or eight characters of a short one: half a secret is a leak too. */
export function standsIn(text: string, form: string): boolean {
  const size = Math.max(shortestPiece, Math.floor(form.length / 4));
  for (let at = 0; at < form.length; at += size) {
    const start = Math.min(at, form.length - size);
    if (text.includes(form.slice(start, start + size))) return true;
  }
  return false;
}

/** Base64 of a text behind 0, 1 or 2 other bytes, without the letters at both ends, which those bytes have a part in. */
function phases(text: string): string[] {
  return ["", "x", "xy"].map((lead) => {
    const inner = base64(`${lead}${text}`).replaceAll("=", "");
    return inner.slice(lead.length === 0 ? 0 : lead.length + 1, -2);
  });
}
