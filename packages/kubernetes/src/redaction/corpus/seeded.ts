/** Characters by seed: the corpus is the same in each run, and holds no text that looks like a live credential. */
export interface Seeded {
  pick(alphabet: string, length: number): string;
  int(below: number): number;
}

export const alphabets = {
  hex: "0123456789abcdef",
  upperHex: "0123456789ABCDEF",
  lower: "abcdefghijklmnopqrstuvwxyz0123456789",
  upper: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
  upper32: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
  alphanumeric: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  base64: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
  base64url: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
  digits: "0123456789",
  bech32: "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
} as const;

/** mulberry32: small, and good enough to spread letters. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  const pick = (alphabet: string, length: number) => {
    let text = "";
    while (text.length < length) text += alphabet[int(alphabet.length)];
    return text;
  };
  return { pick, int };
}
