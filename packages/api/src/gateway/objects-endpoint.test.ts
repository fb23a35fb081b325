import { createHash, randomBytes } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openTestGateway, type TestGateway } from "../fixtures/test-gateway.ts";

let gateway: TestGateway;
const seen: { aborted: boolean; produced: number } = { aborted: false, produced: 0 };

/** A store that answers as `path` says. */
async function serve(req: Request): Promise<Response> {
  const { pathname, search } = new URL(req.url);
  switch (pathname) {
    case "/objects/digest":
      return Response.json(await digestOf(req.body));
    case "/objects/refuse":
      return new Response("The URL has expired.", { status: 403 });
    case "/objects/endless":
      return new Response(endless(req.signal), { headers: { "content-length": String(2 ** 40) } });
    case "/objects/page":
      return new Response("<script>1</script>", {
        headers: {
          "content-type": "text/html",
          "content-disposition": "attachment",
          "content-security-policy": "none",
        },
      });
    default:
      return Response.json({ pathname, search, method: req.method, range: req.headers.get("range") }, { status: 206 });
  }
}

async function digestOf(body: ReadableStream<Uint8Array> | null) {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of body ?? []) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

function endless(signal: AbortSignal): ReadableStream {
  signal.addEventListener("abort", () => {
    seen.aborted = true;
  });
  return new ReadableStream({
    pull(controller) {
      seen.produced += 1;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
}

beforeAll(async () => {
  gateway = await openTestGateway({ objects: { serve } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

it("passes method, address, query and headers, and the status back", async () => {
  const { status, text } = await gateway.ask({ path: "/objects/a/b%2Fc?sig=1", headers: { Range: "bytes=0-9" } });
  expect(status).toBe(206);
  expect(JSON.parse(text)).toEqual({
    pathname: "/objects/a/b%2Fc",
    search: "?sig=1",
    method: "GET",
    range: "bytes=0-9",
  });
});

it("streams an upload of any size", async () => {
  const chunk = randomBytes(1024 * 1024);
  const hash = createHash("sha256");
  const answer = new Promise<string>((resolve, reject) => {
    const req = request({ port: gateway.port, method: "PUT", path: "/objects/digest", agent: false }, (res) => {
      let text = "";
      res.on("data", (part) => {
        text += part;
      });
      res.on("end", () => resolve(text));
    });
    req.on("error", reject);
    const send = (left: number) => {
      if (left === 0) return req.end();
      hash.update(chunk);
      return req.write(chunk) ? setImmediate(send, left - 1) : req.once("drain", () => send(left - 1));
    };
    send(80);
  });
  expect(JSON.parse(await answer)).toEqual({ bytes: 80 * chunk.length, sha256: hash.digest("hex") });
});

it("answers a refused upload while its bytes still come", async () => {
  const body = "x".repeat(4 * 1024 * 1024);
  const { status, text } = await gateway.ask({ method: "PUT", path: "/objects/refuse", body });
  expect(status).toBe(403);
  expect(text).toContain("expired");
});

it("waits for a slow reader, and tells the store when it leaves", async () => {
  await new Promise<void>((resolve, reject) => {
    const req = request({ port: gateway.port, path: "/objects/endless", agent: false }, (res) => {
      res.once("readable", () => {
        res.destroy();
        resolve();
      });
    });
    req.on("error", reject);
    req.end();
  });
  await vi.waitFor(() => expect(seen.aborted).toBe(true), 2_000);
  // 64 KiB each: what fits into buffers, not what an endless source would give.
  expect(seen.produced).toBeLessThan(1_000);
});

it("never lets what a bundle carried run as a page", async () => {
  const { headers } = await gateway.ask({ path: "/objects/page" });
  expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["content-disposition"]).toBe("attachment");
});

it("does not exist where the store serves nothing itself", async () => {
  await using bare = await openTestGateway();
  expect((await bare.ask({ method: "PUT", path: "/objects/x", body: "x" })).status).toBe(404);
});
