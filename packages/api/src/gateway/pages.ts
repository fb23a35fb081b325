import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RequestHandler } from "express";
import { stateOf } from "./request-state.ts";

/** Vite writes it wherever a nonce belongs (`html.cspNonce` of the web app). */
const noncePlaceholder = "__KUBIN_CSP_NONCE__";

/**
 * The web app for every path that nothing else took. A link's page carries a secret in its address: it is not kept,
 * not indexed, and sends no referrer. Read on each request, so that a new build shows at once.
 */
export function pages(webRoot: string): RequestHandler {
  return async (req, res, next) => {
    if ((req.method !== "GET" && req.method !== "HEAD") || isMissingFile(req.path)) {
      next();
      return;
    }
    const html = await readFile(join(webRoot, "index.html"), "utf8").catch(() => undefined);
    res.setHeader("Cache-Control", "no-store");
    res.setHeader("Referrer-Policy", "no-referrer");
    res.setHeader("X-Robots-Tag", "noindex");
    res.status(html === undefined ? 503 : 200);
    res.type("html").send((html ?? notBuilt).replaceAll(noncePlaceholder, stateOf(res).nonce));
  };
}

/** `/favicon.ico` and the like; names of objects deeper in a path may hold dots. */
function isMissingFile(path: string): boolean {
  return /^\/[^/]+\.[a-z0-9]+$/i.test(path);
}

const notBuilt = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Kubin</title></head>
  <body>
    <h1>The web app is not built yet</h1>
    <p>The server runs, and <code>/trpc</code> and <code>/api/v1</code> answer.
    Run <code>npx turbo run build --filter=@kubin/web</code> in the repository, then reload this page.</p>
  </body>
</html>
`;
