import { createHmac, timingSafeEqual } from "node:crypto";
import { checkObjectKey } from "@kubin/core";
import { KubinError } from "@kubin/schema";

/** What a signed URL allows, and all that it allows. */
export type Grant =
  | {
      method: "PUT";
      key: string;
      size: number;
      sha256: string;
      expiresAtMs: number;
      /** Of a multipart upload; without it the bytes are the whole object. */
      piece?: { uploadId: string; number: number };
    }
  | { method: "GET"; key: string; filename: string; gunzip: boolean; expiresAtMs: number };

/** Path and query of the URL that carries `grant`. Only characters that no proxy rewrites occur in it. */
export function signUrl(grant: Grant, signing: { secret: Buffer; basePath: string }): string {
  const claims =
    grant.method === "PUT"
      ? `size=${grant.size}&sha256=${grant.sha256}${grant.piece ? `&upload=${grant.piece.uploadId}&piece=${grant.piece.number}` : ""}`
      : `name=${Buffer.from(grant.filename).toString("base64url")}&gunzip=${grant.gunzip ? 1 : 0}`;
  const path = `${signing.basePath}/${grant.key}?${claims}&expires=${grant.expiresAtMs}`;
  const signature = createHmac("sha256", signing.secret).update(`${grant.method} ${path}`).digest("base64url");
  return `${path}&signature=${signature}`;
}

/**
 * The grant in a signed URL. Throws FORBIDDEN when a single character of it is not as signed, EXPIRED when its time
 * is over. HEAD is allowed what GET is.
 */
export function verifyUrl(
  request: { method: string; url: string; now: Date },
  signing: { secret: Buffer; basePath: string },
): Grant {
  const url = new URL(request.url);
  const grant = readGrant(request.method === "HEAD" ? "GET" : request.method, url, signing.basePath);
  // Signed anew and compared as a whole, so that two spellings of one grant are not both good.
  const expected = grant === undefined ? undefined : Buffer.from(signUrl(grant, signing));
  const given = Buffer.from(`${url.pathname}${url.search}`);
  if (grant === undefined || expected?.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new KubinError("FORBIDDEN", "The signature of this address is not right.");
  }
  if (grant.expiresAtMs <= request.now.getTime()) {
    throw new KubinError("EXPIRED", "This address is no longer valid; ask for a new one.");
  }
  return grant;
}

function readGrant(method: string, url: URL, basePath: string): Grant | undefined {
  const key = url.pathname.slice(basePath.length + 1);
  const claim = (name: string): string => url.searchParams.get(name) ?? "";
  const expiresAtMs = Number(claim("expires"));
  try {
    checkObjectKey(key);
  } catch {
    return undefined;
  }
  if (!Number.isSafeInteger(expiresAtMs)) return undefined;
  if (method === "PUT") {
    const [uploadId, number] = [claim("upload"), Number(claim("piece"))];
    const piece = uploadId === "" ? {} : { piece: { uploadId, number } };
    return { method, key, size: Number(claim("size")), sha256: claim("sha256"), expiresAtMs, ...piece };
  }
  if (method !== "GET") return undefined;
  const filename = Buffer.from(claim("name"), "base64url").toString();
  return { method, key, filename, gunzip: claim("gunzip") === "1", expiresAtMs };
}
