import type { LogStreamRef } from "@kubin/schema";
import { logBlockEvents } from "./log-block-events.ts";

export interface LogBlock {
  stream: LogStreamRef;
  /** To be read before the next block is asked for; what is not read is passed over. */
  content: AsyncIterable<Uint8Array>;
}

/**
 * The logs of a file between `==== START logs for container C of pod NS/POD ====` and its END. Only the END of the same
 * container ends a log: marks of others are lines of it. The END counts behind a last line without line feed too, so
 * each log has exactly the bytes that the container wrote. `onError`: the cluster gave an error in the place of the log,
 * which kubectl writes between the marks.
 */
export async function* splitLogBlocks(
  content: AsyncIterable<Uint8Array>,
  onError: (stream: LogStreamRef) => void = () => undefined,
): AsyncGenerator<LogBlock> {
  for await (const event of logBlockEvents(content)) {
    if (event.event === "log") yield event;
    else if (event.event === "error") onError(event.stream);
  }
}

/** The other bytes of such a file: objects, where it is all that kubectl wrote to its output. */
export async function* withoutLogBlocks(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const event of logBlockEvents(content)) if (event.event === "outside") yield event.bytes;
}
