export const copyTexts = {
  copied: "Copied",
  refused: "The browser did not allow it",
} as const;
