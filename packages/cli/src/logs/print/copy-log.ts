import { isKubinError, KubinError, type LogStreamRef } from "@kubin/schema";
import { type Io, write } from "../../io.ts";
import type { OpenedSnapshot } from "../../session/open-snapshot.ts";
import { allOf } from "../filter/line-query.ts";
import { ofStream } from "../read/stream-query.ts";

/** A whole log on stdout, byte for byte: answers in JSON would replace what is not UTF-8. Throws UNAVAILABLE where it is cut. */
export async function copyLog(io: Io, opened: OpenedSnapshot, stream: LogStreamRef): Promise<void> {
  const [{ exportLogs, parseLink }, { formatQuery }] = await Promise.all([
    import("@kubin/client"),
    import("@kubin/logs"),
  ]);
  const { server, snapshot, link } = opened;
  const file = await exportLogs({
    ...{ server, snapshotId: snapshot.id, format: "text", signal: io.signal },
    link: link === undefined ? undefined : parseLink(link)?.token,
    query: formatQuery(allOf(ofStream(stream))),
  });
  try {
    for await (const bytes of file) {
      await write(io.stdout, bytes);
      if (io.stdout.destroyed) break;
    }
  } catch (error) {
    if (io.signal.aborted || isKubinError(error)) throw error;
    const sentence = "The log was cut: the server did not send all of it. Try again in a moment.";
    throw new KubinError("UNAVAILABLE", sentence, { cause: error });
  }
}
