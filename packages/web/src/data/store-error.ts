import { KubinError } from "@kubin/schema";

/** The object store does not give what the server said is there: the server itself answers. */
export class StoreError extends KubinError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("UNAVAILABLE", message, options);
  }
}
