import { isKubinError } from "@kubin/schema";
import type { Io } from "../io.ts";
import { describeError } from "./describe-error.ts";
import { exitCodeOf } from "./exit-code.ts";

/** What is said about a failure, and the exit code. KUBIN_DEBUG adds where in the program it happened. */
export function failureOf(error: unknown, io: Io): { text: string; exitCode: number } {
  const stopped = io.signal.aborted && !isKubinError(error);
  if (stopped) return { text: "Stopped.", exitCode: 130 };
  const exitCode = exitCodeOf(error);
  const text = isKubinError(error, "CANCELLED") ? describeError(error).replace(/^error: /, "") : describeError(error);
  const debug = io.env.KUBIN_DEBUG && error instanceof Error ? `\n${error.stack ?? ""}` : "";
  return { text: text + debug, exitCode };
}
