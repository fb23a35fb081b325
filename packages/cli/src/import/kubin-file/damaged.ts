import { isKubinError, KubinError } from "@kubin/schema";

/** What is said of a kubin file that is not what its writer wrote. `what` never quotes it. */
export function damaged(what: string, cause?: unknown): KubinError {
  const sentence = `This kubin file is damaged or was changed: ${what}.`;
  return new KubinError("BAD_INPUT", `${sentence}\nCopy it again, or write it anew with --to-file.`, {
    cause,
  });
}

/** Errors of the tar reader and of decryption, which know no KubinErrors. */
export function asDamaged(error: unknown): unknown {
  if (isKubinError(error)) return error;
  const fault = error instanceof Error && "code" in error;
  return fault ? error : damaged("it cannot be read to its end", error);
}
