import { KubinError } from "@kubin/schema";

/** What the machine's policy does not allow: FORBIDDEN, and to the shell a wrong usage, since no server was asked. */
export class PolicyRefusal extends KubinError {
  constructor(sentence: string, options?: { cause?: unknown }) {
    super("FORBIDDEN", sentence, options);
  }
}
