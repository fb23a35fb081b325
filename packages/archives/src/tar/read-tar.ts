import { isKubinError, KubinError } from "@kubin/schema";
import type { BundleEntry } from "../bundle-source.ts";
import { type ByteCursor, byteCursor } from "../byte-cursor.ts";
import { endsReading } from "../ends-reading.ts";
import { checkEntryPath } from "../entry-path.ts";
import { linkStaysInside } from "../link-stays-inside.ts";
import type { ProblemLog } from "../problem-log.ts";
import { relativeTarget } from "../relative-target.ts";
import { type TarMember, tarMembers } from "./tar-members.ts";

/**
 * The entries of a tar as it streams by. Own code where modern-tar would do for whole archives: it takes a damaged
 * header for one, passes lost bytes silently, and does not tell sparse files from others. Never throws for damage: it
 * gives what is readable and tells `problems`. Leaving the loop stops reading.
 */
export async function* readTar(
  chunks: AsyncIterable<Uint8Array>,
  problems: Pick<ProblemLog, "add">,
): AsyncGenerator<BundleEntry> {
  const cursor = byteCursor(chunks);
  const lost = ({ from, bytes }: { from: number; bytes: number }) => {
    const where = `${bytes} bytes at ${from} belong to no file, since a header is damaged or missing`;
    problems.add({ kind: "cut", path: "", detail: `${where}; reading went on behind them.` });
  };
  try {
    const members = tarMembers({ cursor, lost });
    let next = await members.next();
    for (; !next.done; next = await members.next()) {
      const entry = entryOf({ member: next.value, cursor, problems });
      if (entry) yield entry;
    }
    if (!next.value) problems.add({ kind: "cut", path: "", detail: "The archive ends without its end mark." });
  } catch (error) {
    if (endsReading(error)) throw error;
    const detail = isKubinError(error) ? error.message : "The archive is damaged; what follows cannot be read.";
    problems.add({ kind: "cut", path: "", detail });
  } finally {
    await cursor.leave();
  }
}

interface Found {
  member: TarMember;
  cursor: ByteCursor;
  problems: Pick<ProblemLog, "add">;
}

function entryOf(found: Found): BundleEntry | undefined {
  const { member, problems } = found;
  const refuse = (detail: string) => {
    problems.add({ kind: "refused", path: member.name, detail });
    return undefined;
  };
  const checked = checkEntryPath(member.name);
  if ("refused" in checked) return refuse(checked.refused);
  if (member.refused !== undefined) return refuse(member.refused);
  const { path } = checked;
  if (path === "") return undefined;
  const kind = kindOf(member);
  const content = () => bodyOf(found, path);
  if (kind !== "link") return { path, kind, size: member.size, content };
  const linkTarget = member.type === "1" ? relativeTarget(path, member.linkName) : member.linkName;
  if (linkTarget === undefined || !linkStaysInside(path, linkTarget))
    return refuse("The link leads out of the archive.");
  return { path, kind, linkTarget, size: 0, content };
}

/** Flags of POSIX and GNU tar; unknown ones are files, as POSIX wants it. */
function kindOf({ name, type }: TarMember): BundleEntry["kind"] {
  switch (type) {
    case "1":
    case "2":
      return "link";
    case "5":
    case "D":
      return "directory";
    case "3":
    case "4":
    case "6":
    case "V":
    case "M":
      return "other";
    default:
      return name.endsWith("/") ? "directory" : "file";
  }
}

async function* bodyOf({ member, cursor, problems }: Found, path: string): AsyncGenerator<Uint8Array> {
  let read = 0;
  let failure: unknown;
  try {
    while (read < member.size) {
      const chunk = await cursor.some(member.size - read);
      if (chunk.length === 0) break;
      read += chunk.length;
      yield chunk;
    }
  } catch (error) {
    if (endsReading(error)) throw error;
    failure = error;
  }
  if (read >= member.size) return;
  const detail = `The archive ends inside this file: ${read} of ${member.size} bytes were read.`;
  problems.add({ kind: "cut", path, detail });
  const code = isKubinError(failure) ? failure.code : "BAD_INPUT";
  throw new KubinError(code, detail, { cause: failure });
}
