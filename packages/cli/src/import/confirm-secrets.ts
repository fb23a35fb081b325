import { KubinError } from "@kubin/schema";
import { type Io, tell } from "../io.ts";
import { inert } from "../output/inert.ts";
import { ask, canAsk } from "../prompt/ask.ts";

const words = "keep secrets";

/**
 * `--keep-secrets` is confirmed by typing the snapshot's name or "keep secrets". Throws BAD_INPUT without a terminal:
 * no script may send secrets. Throws CANCELLED for any other answer.
 */
export async function confirmSecrets(io: Io, name: string): Promise<void> {
  if (!canAsk(io)) {
    const sentence = "--keep-secrets has to be confirmed by a person, and there is no terminal to ask on.";
    throw new KubinError("BAD_INPUT", `${sentence}\nRun it on a terminal, or leave --keep-secrets away.`);
  }
  tell(io, `Nothing will be taken out of ${inert(name)}: passwords, keys and tokens go as they are.`);
  const answer = await ask(io, `Type "${words}" or the name of the snapshot to go on: `);
  if (answer === words || answer === name) return;
  throw new KubinError("CANCELLED", "That was neither. Nothing was sent.");
}
