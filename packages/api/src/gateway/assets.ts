import { join } from "node:path";
import express, { type RequestHandler, type Response } from "express";

/** `/assets/*`: named by their content, so kept for ever. What is not there is 404, never the page. */
export function hashedAssets(webRoot: string): RequestHandler {
  return express.static(join(webRoot, "assets"), {
    immutable: true,
    maxAge: "365d",
    index: false,
    fallthrough: false,
    setHeaders,
  });
}

/** Icons and the like at the root of the web app. */
export function rootFiles(webRoot: string): RequestHandler {
  return express.static(webRoot, { maxAge: "1h", index: false, redirect: false, dotfiles: "ignore", setHeaders });
}

/** The gateway's `no-store` stands until a file is found; it would keep the file's own from being set. */
function setHeaders(res: Response): void {
  res.removeHeader("Cache-Control");
}
