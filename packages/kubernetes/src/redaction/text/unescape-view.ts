/** A text out of one layer of its encoding, and where each of its characters came from. */
export interface View {
  text: string;
  /** Position in the text before, one more than there are characters. */
  origin: Int32Array;
}

const escapes =
  /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|["'\\/bfnrt])|(?:%[0-9a-fA-F]{2})+|&(?:quot|amp|lt|gt|apos|#34|#38|#39|#61);/g;
const named: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  "&quot;": '"',
  "&#34;": '"',
  "&amp;": "&",
  "&#38;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&apos;": "'",
  "&#39;": "'",
  "&#61;": "=",
};

/** One layer of JSON, URL and HTML escapes taken off; undefined where there is none. */
export function unescapeView(text: string): View | undefined {
  if (!text.includes("\\") && !text.includes("%") && !text.includes("&")) return undefined;
  const pieces: string[] = [];
  const origin = new Int32Array(text.length + 1);
  let length = 0;
  let before = 0;
  const copy = (end: number) => {
    pieces.push(text.slice(before, end));
    for (let at = before; at < end; at++) origin[length++] = at;
  };
  for (const match of text.matchAll(escapes)) {
    const plain = decoded(match[0]);
    copy(match.index);
    pieces.push(plain);
    // A run of plain characters goes back one by one, one of several bytes to its start, what is no UTF-8 to itself.
    const step = plain === match[0] ? 1 : match[0].length === plain.length * 3 ? 3 : 0;
    for (let at = 0; at < plain.length; at++) origin[length++] = match.index + at * step;
    before = match.index + match[0].length;
  }
  if (before === 0) return undefined;
  copy(text.length);
  origin[length] = text.length;
  return { text: pieces.join(""), origin: origin.subarray(0, length + 1) };
}

function decoded(found: string): string {
  if (found[0] === "%") return decodePercent(found);
  if (found[0] === "&") return named[found] ?? found;
  const kind = found[1] ?? "";
  if (kind === "u" || kind === "x") return String.fromCharCode(Number.parseInt(found.slice(2), 16));
  return named[kind] ?? kind;
}

/** Percent-encoded bytes as UTF-8; the text itself where they are none, as in %DB_PASSWORD%. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
