/** Words of the time axis on the overview. */
export const timelineTexts = {
  title: "Events and log errors over time",
  normal: "Normal events",
  warning: "Warnings",
  errors: "Log errors",
  empty: "No event and no log line of this capture has a time.",
  emptyYet: "Nothing with a time has been indexed so far.",
  failed: "The server did not answer this.",
  range: (from: string, to: string) => `${from} to ${to}`,
  clear: "whole axis",
  hint: "Drag over the bars, or move with the arrow keys and Shift, to choose a range.",
  touchHint: "Drag over the bars to choose a range.",
  errorsOfRange: "its log errors",
  logs: "all its logs",
  events: "its events",
  incomplete: (why: string) => `Log errors are counted too low: ${why}`,
} as const;
