export const listTexts = {
  name: "Name",
  namespace: "Namespace",
  why: "Why",
  filter: "Name, label, annotation or image",
  of: (shown: string, all: string) => `${shown} of ${all}`,
  nothingMatches: (title: string) => `No ${title} match`,
  none: (title: string) => `No ${title}`,
  noneWhy: "The capture holds none, and nothing says that any were left out.",
  noneMaybe: "The capture holds none. It has gaps, though: see Coverage before taking this for an answer.",
  noneYet: (title: string) => `No ${title} so far`,
  noneYetWhy: "Data is still coming in; they appear here as they are indexed.",
  toCoverage: "What was not captured",
} as const;
