import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { isLoopback } from "./loopback.ts";
import type { Listening } from "./options.ts";
import { refuse } from "./refuse.ts";

export interface GuardOptions {
  listening: Listening;
  publicUrl: string;
}

/**
 * Without accounts, whoever reaches the server owns it. So a page of another origin must not reach it: neither under
 * a foreign name that resolves to loopback (DNS rebinding: `Host`), nor across origins (`Origin`, `Sec-Fetch-Site`).
 */
export function originGuard(options: GuardOptions): RequestHandler {
  return (req, res, next) => {
    const complaint = foreign(req, options);
    if (complaint === undefined) next();
    else refuse(res, { status: 403, code: "FORBIDDEN", message: complaint });
  };
}

function foreign(req: IncomingMessage, options: GuardOptions): string | undefined {
  const { host, origin } = req.headers;
  if (host === undefined || !isOwnHost(host, options)) {
    return "This Kubin has no accounts and answers only under its own address: open it as it was printed at the start, or set KUBIN_PUBLIC_URL.";
  }
  if (origin !== undefined && !isOwnOrigin(origin, options)) {
    return "This request comes from a page of another origin, which this Kubin does not answer.";
  }
  if (isCrossSite(req)) return "This request was made by a page of another site, which this Kubin does not answer.";
  return undefined;
}

/** Following a link from another site is fine; fetching, embedding and posting from one is not. */
function isCrossSite(req: IncomingMessage): boolean {
  const site = req.headers["sec-fetch-site"];
  if (site !== "cross-site" && site !== "same-site") return false;
  const reads = req.method === "GET" || req.method === "HEAD";
  const opensPage = req.headers["sec-fetch-mode"] === "navigate" && req.headers["sec-fetch-dest"] === "document";
  return !(reads && opensPage);
}

/** Whether a `Host` header names this server on loopback, at the port it listens on. */
function isLoopbackHost(host: string, listening: Listening): boolean {
  const url = parseHost("http:", host);
  return url !== undefined && isLoopback(url.hostname) && Number(url.port || 80) === listening.port;
}

/** The same, or the public address where that is on loopback too: a balancer of this machine before several processes. */
export function isLocalHost(host: string, options: GuardOptions): boolean {
  if (isLoopbackHost(host, options.listening)) return true;
  return isLoopback(new URL(options.publicUrl).hostname) && isPublicHost(host, options.publicUrl);
}

function isOwnHost(host: string, options: GuardOptions): boolean {
  return isLoopbackHost(host, options.listening) || isPublicHost(host, options.publicUrl);
}

function isPublicHost(host: string, publicUrl: string): boolean {
  const own = new URL(publicUrl);
  return parseHost(own.protocol, host)?.host === own.host;
}

function isOwnOrigin(origin: string, options: GuardOptions): boolean {
  if (origin === new URL(options.publicUrl).origin) return true;
  const match = /^http:\/\/([^/]+)$/.exec(origin);
  return match?.[1] !== undefined && isLoopbackHost(match[1], options.listening);
}

/** Undefined for anything but a name or address with an optional port. */
function parseHost(protocol: string, host: string): URL | undefined {
  if (!/^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i.test(host)) return undefined;
  const text = `${protocol}//${host}`;
  return URL.canParse(text) ? new URL(text) : undefined;
}
