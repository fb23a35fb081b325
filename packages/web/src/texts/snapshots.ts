export const snapshotsTexts = {
  title: "Snapshots",
  filter: "Name or cluster",
  none: "No snapshots yet",
  noneWhy: "Make the first one:",
  command: "kubin import must-gather.tar.gz",
  noneMatch: "No snapshot matches",
  more: "Load more",
  objects: (count: number, shown: string) => `${shown} ${count === 1 ? "object" : "objects"}`,
  logs: (count: number, shown: string) => `${shown} ${count === 1 ? "log" : "logs"}`,
  captured: (when: string) => `captured ${when}`,
  uploaded: (ago: string) => `uploaded ${ago}`,
} as const;
