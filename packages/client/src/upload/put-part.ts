import { type ErrorCode, errorCodes, KubinError } from "@kubin/schema";
import type { Fetch } from "../create-client.ts";
import { unreachable } from "../unreachable.ts";

/** Longest PUT of one part (16 MiB at 50 KB/s takes 5.5 minutes). */
const putTimeoutMs = 6 * 60_000;

/** What one PUT came to. `again`: a retry may help; `expired`: only with a new URL. */
export type PutOutcome =
  | { outcome: "stored" }
  | { outcome: "expired"; error: KubinError }
  | { outcome: "again"; error: KubinError; retryAfter: string | null }
  | { outcome: "refused"; error: KubinError };

/** Sends the bytes of one part to its signed URL, once. Throws CANCELLED alone. The URL never gets into a message. */
export async function putPart(opts: {
  url: string;
  headers: Record<string, string>;
  bytes: Uint8Array<ArrayBuffer>;
  fetch: Fetch;
  signal: AbortSignal;
}): Promise<PutOutcome> {
  const { url, headers, bytes, signal } = opts;
  const timeout = AbortSignal.timeout(putTimeoutMs);
  let response: Response;
  let body: string;
  try {
    const both = AbortSignal.any([signal, timeout]);
    response = await opts.fetch(url, { method: "PUT", headers, body: bytes, signal: both });
    // Read, so that the connection can be used again; a store's error document is short.
    body = (await response.text()).slice(0, 4_000);
  } catch (error) {
    if (signal.aborted) throw new KubinError("CANCELLED", "Stopped.", { cause: error });
    const away = unreachable({ server: new URL(url).origin, error, isStore: true });
    return { outcome: "again", error: new KubinError("UNAVAILABLE", away.message, { cause: error }), retryAfter: null };
  }
  if (response.ok) return { outcome: "stored" };
  return judge({ response, body, origin: new URL(url).origin });
}

function judge(opts: { response: Response; body: string; origin: string }): PutOutcome {
  const { response, body, origin } = opts;
  const { status } = response;
  const retryAfter = response.headers.get("retry-after");
  const said = errorIn(body);
  if (said?.code === "EXPIRED") return { outcome: "expired", error: new KubinError("EXPIRED", said.message) };
  if (status === 507 || said?.code === "STORE_FULL") {
    const error = new KubinError(
      "STORE_FULL",
      `The store of ${origin} is full. Nothing more can be uploaded before space is freed there.`,
    );
    // Somebody may be freeing some.
    return { outcome: "again", error, retryAfter };
  }
  if (status === 413 || said?.code === "TOO_LARGE") {
    const sentence = `${origin} takes no part of this size. A proxy in front of it may need a larger limit (16 MiB).`;
    return { outcome: "refused", error: new KubinError("TOO_LARGE", sentence) };
  }
  const detail = said?.message ?? `${origin} answered an upload with HTTP ${status}.`;
  // Bytes that were damaged on the way are worth a second try.
  const passing = status >= 500 || status === 408 || status === 429 || said?.code === "DIGEST_MISMATCH";
  if (passing) return { outcome: "again", error: new KubinError(said?.code ?? "UNAVAILABLE", detail), retryAfter };
  return { outcome: "refused", error: new KubinError(said?.code ?? "FORBIDDEN", detail) };
}

/** The code in an answer of Kubin's own store (JSON) or of S3 (XML; an expired URL is only told in its words). */
function errorIn(body: string): { code: ErrorCode; message: string } | undefined {
  if (/Request has expired|ExpiredToken/.test(body)) return { code: "EXPIRED", message: "The upload URL expired." };
  try {
    const parsed: unknown = JSON.parse(body);
    const found = findCode(parsed, 0);
    return found;
  } catch {
    return undefined;
  }
}

function findCode(value: unknown, depth: number): { code: ErrorCode; message: string } | undefined {
  if (typeof value !== "object" || value === null || depth > 3) return undefined;
  if ("code" in value) {
    const code = errorCodes.find((known) => known === value.code);
    const message = "message" in value && typeof value.message === "string" ? value.message : "The store refused it.";
    if (code) return { code, message };
  }
  for (const inner of Object.values(value)) {
    const found = findCode(inner, depth + 1);
    if (found) return found;
  }
  return undefined;
}
