import { addAbortSignal } from "node:stream";
import type { OpenedSource } from "@kubin/archives";
import type { DetectedBundle } from "@kubin/kubernetes";
import { isKubinError, KubinError } from "@kubin/schema";
import type { Io } from "../io.ts";
import { beginsLike } from "./begins-like.ts";
import { refuseKeyboard } from "./refuse-keyboard.ts";

/** A source that was looked at, and the bundles in it: one at least. */
export interface OpenedBundle extends AsyncDisposable {
  source: OpenedSource;
  bundles: readonly DetectedBundle[];
}

interface OpenBundle {
  io: Io;
  path: string;
  /** What the source is called, where that is not its path. */
  name?: string;
  spoolDir: string;
}

/**
 * Opens what the user named and looks at its beginning: what is no bundle fails here, before the server hears of it.
 * Throws BAD_INPUT for a path that is not there, NOT_A_BUNDLE with what it looks like.
 */
export async function openBundle(opts: OpenBundle): Promise<OpenedBundle> {
  const { io, path, name, spoolDir } = opts;
  if (path === "-") refuseKeyboard(io);
  const [{ openSource }, { detectLayouts }] = await Promise.all([
    import("@kubin/archives"),
    import("@kubin/kubernetes"),
  ]);
  // A pipe that says nothing would keep Ctrl-C waiting.
  if (path === "-") endOnAbort(io);
  try {
    const source = await openSource({ path, name, stdin: io.stdin, spoolDir, signal: io.signal });
    try {
      const bundles = await detectLayouts(source);
      return { source, bundles, [Symbol.asyncDispose]: () => source[Symbol.asyncDispose]() };
    } catch (error) {
      await source[Symbol.asyncDispose]();
      throw error;
    }
  } catch (error) {
    if (io.signal.aborted)
      throw new KubinError("CANCELLED", "Stopped. Nothing was made on the server.", { cause: error });
    throw await asUsage(error, path);
  }
}

/** A path that is not there is a slip of the caller; what is no bundle gets told where the list is. */
async function asUsage(error: unknown, path: string): Promise<unknown> {
  if (isKubinError(error, "NOT_FOUND")) {
    return new KubinError("BAD_INPUT", `${error.message}\nExpected a file, a folder, or - for stdin.`, {
      cause: error,
    });
  }
  if (isKubinError(error, "NOT_A_BUNDLE")) {
    const like = path === "-" ? undefined : await beginsLike(path);
    const looks = like === undefined || error.message.includes(like) ? "" : `It begins like ${like}.`;
    const [first = "", ...rest] = error.message.split(/(?<=\.) (?=[A-Z])/);
    const lines = [first, looks, rest.join(" "), "`kubin import --help` shows examples."].filter((line) => line !== "");
    return new KubinError("NOT_A_BUNDLE", lines.join("\n"), { cause: error });
  }
  return error;
}

function endOnAbort({ signal, stdin }: Io): void {
  // Whoever reads stdin gets the error; without a listener of its own a stream would end the program.
  stdin.on("error", () => {});
  addAbortSignal(signal, stdin);
}
