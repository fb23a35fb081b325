export const hexDigits: readonly string[] = [..."0123456789abcdef"];

/** A prefix of two letters with each character that may stand ahead of it and each digit behind it. */
export function behind(starts: readonly string[], prefix: string): string[] {
  return starts.flatMap((start) => hexDigits.map((digit) => `${start}${prefix}${digit}`));
}

/** Forms of three characters are too short for base64: with what stands ahead of them they are long enough. */
export function apart(prefix: string): string[] {
  return ["", '"', "'", " ", "=", ":", "\n"].map((ahead) => ahead + prefix);
}
