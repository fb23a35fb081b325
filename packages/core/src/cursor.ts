import { KubinError } from "@kubin/schema";
import { type Scope, scopeKey } from "./policy/scope.ts";
import { hashSecret } from "./secret.ts";

/** What a cursor is bound to: it is refused with another question, another snapshot or by a reader of another scope. */
export interface CursorQuestion {
  scope: Scope | "all-snapshots";
  question: unknown;
}

/** An opaque cursor for `position`. */
export function encodeCursor(asked: CursorQuestion, position: unknown): string {
  return Buffer.from(JSON.stringify([fingerprint(asked), position])).toString("base64url");
}

/** The position, or undefined without a cursor. Throws BAD_INPUT for one made elsewhere. */
export function decodeCursor<T>(
  asked: CursorQuestion,
  cursor: string | undefined,
  parse: (position: unknown) => T,
): T | undefined {
  if (cursor === undefined) return undefined;
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(decoded) && decoded[0] === fingerprint(asked)) return parse(decoded[1]);
  } catch {
    // falls through to the one answer for every cursor that is not ours
  }
  throw new KubinError("BAD_INPUT", "This cursor belongs to another question. Ask again without a cursor.");
}

function fingerprint(asked: CursorQuestion): string {
  const scope = asked.scope === "all-snapshots" ? asked.scope : scopeKey(asked.scope);
  return hashSecret(`${scope}\n${JSON.stringify(asked.question)}`).slice(0, 16);
}
