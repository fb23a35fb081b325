import type { Ctx } from "./ctx.ts";
import type { ReadableSnapshot } from "./policy/authorise-read.ts";
import { scopeKey } from "./policy/scope.ts";
import { hashSecret } from "./secret.ts";

const componentTtlMs = 5 * 60 * 1000;

/**
 * Remembers an answer about a COMPLETED snapshot, whose content never changes. The key begins with the snapshot id, so
 * that deleting drops all of it, and holds the scope, so that no reader gets another's answer.
 */
export async function cached<T extends object | number>(
  opts: { ctx: Ctx; read: ReadableSnapshot; name: string; question?: unknown },
  load: () => Promise<T>,
): Promise<T> {
  const { ctx, read, name, question } = opts;
  if (read.snapshot.state !== "COMPLETED") return load();
  const key = `${read.snapshot.id}:${scopeKey(read.scope)}:${name}:${hashSecret(JSON.stringify(question ?? null))}`;
  const known = await ctx.ports.cache.get(key);
  if (known !== undefined) return known as T; // written below, under this key and name only
  const answer = await load();
  await ctx.ports.cache.set(key, answer, componentTtlMs);
  return answer;
}
