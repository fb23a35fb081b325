import type { Log } from "@kubin/core";
import { translateError } from "../translate-error.ts";

/** Logs what went wrong in a procedure: defects with everything known, an engine that is away as a warning. */
export function logFailure(log: Log, failure: { error: unknown; path: string | undefined; requestId: string }): void {
  const { note, error } = translateError(failure.error, failure.requestId);
  const fields = { requestId: failure.requestId, procedure: failure.path, code: note.code };
  if (note.code === "INTERNAL") log.error({ ...fields, err: rootOf(error) }, "procedure failed");
  else if (note.code === "UNAVAILABLE" || note.code === "STORE_FULL") {
    log.warn({ ...fields, err: rootOf(error) }, "procedure could not be served");
  } else log.debug(fields, "procedure refused");
}

function rootOf(error: Error): unknown {
  let root: unknown = error;
  while (root instanceof Error && root.cause !== undefined) root = root.cause;
  return root;
}
