import { join } from "node:path";
import express, { type RequestHandler } from "express";

/** `/assets/*`: named by their content, so kept for ever. What is not there is 404, never the page. */
export function hashedAssets(webRoot: string): RequestHandler {
  return express.static(join(webRoot, "assets"), { immutable: true, maxAge: "365d", index: false, fallthrough: false });
}

/** Icons and the like at the root of the web app. */
export function rootFiles(webRoot: string): RequestHandler {
  return express.static(webRoot, { maxAge: "1h", index: false, redirect: false, dotfiles: "ignore" });
}
