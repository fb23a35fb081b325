import type { Io } from "../io.ts";
import { openOutput } from "./open-output.ts";

/** Prints text, through the pager where it is longer than the terminal. */
export async function printLong(io: Io, text: string, pager: boolean): Promise<void> {
  const out = openOutput(io, pager);
  await out.write(text);
  await out.end();
}
