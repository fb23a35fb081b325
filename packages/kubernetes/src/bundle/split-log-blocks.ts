import type { LogStreamRef } from "@kubin/schema";

export interface LogBlock {
  stream: LogStreamRef;
  /** To be read before the next block is asked for; what is not read is passed over. */
  content: AsyncIterable<Uint8Array>;
}

/** The logs of a file between `==== START logs for container C of pod NS/POD ====` and its END. */
export async function* splitLogBlocks(content: AsyncIterable<Uint8Array>): AsyncGenerator<LogBlock> {
  for await (const _ of content) yield* [];
}
