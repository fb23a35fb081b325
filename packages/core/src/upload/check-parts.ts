import { KubinError, maxPartBytes, type PartEntry } from "@kubin/schema";

/**
 * Checks each part, and that no two parts of other content share a key: a key is named by bytes, so equal bytes with
 * other members would silently lose the lines of one of them. Throws BAD_INPUT or TOO_LARGE.
 */
export function checkParts(parts: readonly PartEntry[]): void {
  const known = new Map<string, string>();
  for (const part of parts) {
    checkPart(part);
    const key = `${part.type}/${part.namespace}/${part.sha256}`;
    const members = JSON.stringify(part.members ?? []);
    if ((known.get(key) ?? members) !== members) {
      throw new KubinError("BAD_INPUT", `Two parts ${key} have the same bytes and name different log streams.`);
    }
    known.set(key, members);
  }
}

/** Refuses what the shape alone cannot: size by type, members by type, one namespace. Throws BAD_INPUT or TOO_LARGE. */
function checkPart(part: PartEntry): void {
  const name = `Part ${part.sha256.slice(0, 12)} (${part.type})`;
  if (part.type !== "raw" && part.size > maxPartBytes) {
    throw new KubinError("TOO_LARGE", `${name} has ${part.size} bytes; at most ${maxPartBytes} are allowed.`);
  }
  if (part.type !== "logs") {
    if (part.members) throw new KubinError("BAD_INPUT", `${name} lists log members; only parts of type logs may.`);
    return;
  }
  if (!part.members?.length) throw new KubinError("BAD_INPUT", `${name} lists no members; a logs part needs them.`);
  let end = 0;
  for (const member of part.members) {
    if (member.namespace !== part.namespace) {
      throw new KubinError("BAD_INPUT", `${name} mixes namespaces; a part belongs to one.`);
    }
    if (member.offset !== end) throw new KubinError("BAD_INPUT", `${name} has members that overlap or leave a hole.`);
    end = member.offset + member.length;
  }
  if (end !== part.size) throw new KubinError("BAD_INPUT", `${name} has ${part.size} bytes, its members ${end}.`);
}
