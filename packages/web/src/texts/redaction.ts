export const redactionTexts = {
  why: (rule: string) =>
    `Taken out before the upload (${rule}). Equal marks stand for equal values; copying takes the whole mark.`,
  kept: "Secrets were kept",
  keptWhy: "Whoever made this snapshot sent it with --keep-secrets: it may hold passwords, tokens and keys.",
} as const;
