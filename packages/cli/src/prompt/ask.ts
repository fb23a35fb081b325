import { createInterface } from "node:readline";
import { KubinError } from "@kubin/schema";
import type { Io } from "../io.ts";

/** Whether somebody can be asked: a terminal to read from and one to write to. */
export function canAsk(io: Io): boolean {
  return io.terminal.stdin && io.terminal.stderr;
}

/** Asks on stderr and returns the line that was typed, trimmed; "" at the end of input. Throws CANCELLED on Ctrl-C. */
export async function ask(io: Io, question: string): Promise<string> {
  const asking = createInterface({ input: io.stdin, output: io.stderr });
  let stop = () => {};
  try {
    return await new Promise<string>((resolve, reject) => {
      stop = () => reject(new KubinError("CANCELLED", "Stopped. Nothing was sent."));
      // On a terminal readline keeps Ctrl-C from becoming a signal.
      asking.on("SIGINT", stop);
      io.signal.addEventListener("abort", stop, { once: true });
      asking.on("close", () => resolve(""));
      asking.question(question, (answer) => resolve(answer.trim()));
      if (io.signal.aborted) stop();
    });
  } finally {
    io.signal.removeEventListener("abort", stop);
    asking.close();
  }
}

/** Whether the answer was a yes; anything else is a no. */
export async function agreed(io: Io, question: string): Promise<boolean> {
  return /^y(es)?$/i.test(await ask(io, `${question} [y/N] `));
}
