import { isKubinError, KubinError } from "@kubin/schema";

/** The bytes of a part are not what they should be: no retry will help. `sentence` says what is wrong with them. */
export function badPart(sentence: string, cause?: unknown): KubinError {
  return new KubinError("BAD_INPUT", sentence, { cause });
}

/** What an error means for the part that was worked on. */
export type Failure =
  /** Its bytes are wrong. */
  | { kind: "bad"; reason: string }
  /** An engine does not answer or is full: nobody's fault, try again later. */
  | { kind: "away" }
  /** The lease is over: another worker has the part, or its snapshot is gone. */
  | { kind: "lost" }
  /** A defect of Kubin. */
  | { kind: "bug" };

/** Only readers of a part throw BAD_INPUT (`badPart`); what the ports throw is never the part's fault. */
export function classifyFailure(error: unknown): Failure {
  if (isKubinError(error, "BAD_INPUT")) return { kind: "bad", reason: error.message };
  if (isKubinError(error, "UNAVAILABLE") || isKubinError(error, "STORE_FULL") || isKubinError(error, "CANCELLED")) {
    return { kind: "away" };
  }
  if (isKubinError(error, "CONFLICT")) return { kind: "lost" };
  return { kind: "bug" };
}
