import type { LogStreamRef } from "@kubin/schema";

/** Layouts that this version reads. */
export type Layout = "must-gather" | "kubectl-get";

/** What a file of a bundle is to the reader. */
export type Role =
  | { role: "objects"; plural: string | undefined }
  | { role: "log"; stream: LogStreamRef; secure: boolean; packed: boolean }
  | { role: "document"; isJson: boolean; isTimestamp: boolean }
  /** Known or not, but not imported; told by `group`. */
  | { role: "skipped"; group: string; namespace: string };
