export const foundTexts = {
  loading: "Looking …",
  none: "None was captured.",
  more: (count: string) => `and ${count} more`,
} as const;
