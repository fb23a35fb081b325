import type { UploadTicket } from "@kubin/schema";
import { type Io, print } from "../io.ts";
import { outputFormat } from "../output/output-format.ts";
import { printJsonLine, type ResultArgs } from "../output/print-result.ts";
import { rememberMade } from "../state/write-state.ts";

interface Announce {
  io: Io;
  args: ResultArgs;
  server: string;
  ticket: UploadTicket;
  name: string;
}

/** The link, alone on a line of stdout, before a byte is sent; and remembered, for `kubin open`. */
export async function announce({ io, args, server, ticket, name }: Announce): Promise<void> {
  const { id, url, state } = ticket;
  if (outputFormat(args) === "json") await printJsonLine(io, { id, url, state });
  else await print(io, `${url}\n`);
  await rememberMade(io, { server, id, name, link: url, at: new Date().toISOString() });
}
