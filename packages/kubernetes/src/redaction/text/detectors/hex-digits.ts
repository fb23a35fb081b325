export const hexDigits: readonly string[] = [..."0123456789abcdef"];
