import type { ErrorCode } from "@kubin/schema";

/** What each failure is called; the sentence of the server follows where there is one. */
export const failureTitles: Readonly<Record<ErrorCode, string>> = {
  BAD_INPUT: "That was not understood",
  NOT_A_BUNDLE: "Not a bundle",
  NOT_FOUND: "Not here",
  FORBIDDEN: "Not allowed",
  UNAUTHENTICATED: "Sign in needed",
  CONFLICT: "Not possible now",
  EXPIRED: "Expired",
  TOO_LARGE: "Too much for one question",
  DIGEST_MISMATCH: "Damaged",
  STORE_FULL: "The store is full",
  UNAVAILABLE: "The server does not answer",
  CANCELLED: "Stopped",
  UNSUPPORTED: "Not supported",
  INTERNAL: "Something broke in Kubin",
};

export const failureTexts = {
  away: "The Kubin server cannot be reached from here. This page asks again every few seconds and goes on by itself.",
  engineTitle: "The server cannot answer this now",
  /** Why, as the server says it. */
  engine: (why: string) =>
    `The server itself answers, but its log engine or store does not: "${why}" This page asks again every few seconds and goes on by itself.`,
  offline: "This browser has no network. This page goes on by itself when it is back.",
  offlineTitle: "You are offline",
  updated: "Kubin was updated",
  updatedWhy:
    "This page is from before the update and cannot go on. Load it again; the address keeps all that is chosen.",
  again: "Try again",
  unknown: "No more is known. Try again; if it stays, tell whoever runs this server what you did.",
  linkNotFound: "This link leads nowhere",
  linkNotFoundWhy:
    "The snapshot behind it has expired or was deleted, the link was revoked, or the address is incomplete. Look whether all of the link was copied; if so, ask whoever sent it for a new one.",
  snapshotNotFound: "No such snapshot",
  snapshotNotFoundWhy: "It was deleted, or the address is incomplete.",
  snapshotExpired: "This snapshot has expired",
  snapshotExpiredWhy:
    "Its data has been removed. Capture the cluster again with `kubin create`, or import the bundle again.",
  toSnapshots: "All snapshots",
  pageNotFound: "No such page",
  pageNotFoundWhy: "The address leads to nothing in Kubin.",
  pageNotFoundHere: "The address leads to nothing in this snapshot.",
  toOverview: "Go to the overview",
  toStart: "Go to the start",
  broken: "This page broke",
  reload: "Load it again",
} as const;
