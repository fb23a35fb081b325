import type { ServerResponse } from "node:http";
import { join } from "node:path";
import express, { type RequestHandler } from "express";
import expressStaticGzip from "express-static-gzip";

/**
 * `/assets/*`: named by their content, so kept for ever. What is not there is 404, never the page. What the build has
 * packed goes out as it is; packing it on each request would hold up the answers that the page waits for.
 */
export function hashedAssets(webRoot: string): RequestHandler {
  return expressStaticGzip(join(webRoot, "assets"), {
    enableBrotli: true,
    orderPreference: ["br"],
    index: false,
    serveStatic: { immutable: true, maxAge: "365d", fallthrough: false, setHeaders },
  });
}

/** Icons and the like at the root of the web app. */
export function rootFiles(webRoot: string): RequestHandler {
  return express.static(webRoot, { maxAge: "1h", index: false, redirect: false, dotfiles: "ignore", setHeaders });
}

/** The gateway's `no-store` stands until a file is found; it would keep the file's own from being set. */
function setHeaders(res: ServerResponse): void {
  res.removeHeader("Cache-Control");
}
