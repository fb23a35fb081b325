import type { RequestHandler } from "express";
import helmet from "helmet";
import { stateOf } from "./request-state.ts";

/** Headers of every answer. The CSP has no 'unsafe-inline': what is inline carries this answer's nonce. */
export function securityHeaders(publicUrl: string, objectsOrigin?: string): RequestHandler {
  const common = helmet({
    contentSecurityPolicy: false,
    // Over plain http the header means nothing, and on loopback it would lock the user out of other ports.
    strictTransportSecurity: publicUrl.startsWith("https:") ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
  });
  return (req, res, next) => {
    res.setHeader("Content-Security-Policy", contentSecurityPolicy(stateOf(res).nonce, objectsOrigin));
    // Answers belong to one reader; what may be kept says so itself.
    res.setHeader("Cache-Control", "no-store");
    common(req, res, next);
  };
}

function contentSecurityPolicy(nonce: string, objectsOrigin?: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...(objectsOrigin === undefined ? [] : [objectsOrigin])].join(" ")}`,
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
