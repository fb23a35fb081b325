import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import type { ObjectPort } from "@kubin/core";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import { stateOf } from "./request-state.ts";

/** A caller refused in mid-upload may still send this long before the socket goes, else it never sees the answer. */
const drainMs = 5_000;

/** `/objects/*`: signed URLs that the store serves itself. Bytes stream both ways and are never held. */
export function objectsEndpoint(objects: ObjectPort, publicUrl: string): RequestHandler {
  return async (req, res, next) => {
    if (objects.serve === undefined) {
      next();
      return;
    }
    const answer = await objects.serve(toWebRequest(req, res, publicUrl));
    await send(answer, req, res);
  };
}

function toWebRequest(req: ExpressRequest, res: ExpressResponse, publicUrl: string): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(req.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  // Node wants `duplex` with a streamed body; the browsers' type does not know it.
  const init: RequestInit & { duplex?: "half" } = { method: req.method, headers, signal: stateOf(res).signal };
  if (req.method !== "GET" && req.method !== "HEAD") Object.assign(init, { body: bodyOf(req), duplex: "half" });
  return new Request(new URL(req.originalUrl, publicUrl), init);
}

/** Guarantee: Node's web stream is the one that its own `Request` takes; the two types differ in name alone. */
function bodyOf(req: ExpressRequest): ReadableStream<Uint8Array> {
  return Readable.toWeb(req) as unknown as ReadableStream<Uint8Array>;
}

async function send(answer: Response, req: ExpressRequest, res: ExpressResponse): Promise<void> {
  res.status(answer.status);
  // What a bundle carried must never run as a page of this origin, whatever its type says.
  res.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
  for (const [name, value] of answer.headers) {
    if (name !== "content-security-policy") res.setHeader(name, value);
  }
  if (!req.complete) res.setHeader("Connection", "close");
  try {
    if (answer.body === null || req.method === "HEAD") res.end();
    else await pipeline(Readable.fromWeb(answer.body as NodeReadableStream), res);
  } catch (error) {
    // The caller left or the source broke: a cut answer says so, as its length was announced.
    res.destroy();
    if (!stateOf(res).signal.aborted) throw error;
  } finally {
    drain(req);
  }
}

function drain(req: ExpressRequest): void {
  if (req.complete || req.destroyed) return;
  const timer = setTimeout(() => req.destroy(), drainMs);
  req.once("close", () => clearTimeout(timer));
  req.resume();
}
