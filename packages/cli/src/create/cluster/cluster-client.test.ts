import { expect, test } from "vitest";
import { openFakeApi, sendJson, sendStatus } from "../fixtures/fake-api.ts";
import { readJson } from "./read-json.ts";

test("asks again when the server is strained, and not before the time it asks for", async () => {
  const times: number[] = [];
  await using api = await openFakeApi((_url, response) => {
    times.push(Date.now());
    if (times.length > 1) return sendJson(response, { fine: true });
    response.setHeader("Retry-After", "1");
    sendStatus(response, 429, "TooManyRequests");
  });
  const client = api.client();
  expect(await readJson(client, { path: "/version" })).toMatchObject({ ok: true, value: { fine: true } });
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
  expect(client.figures()).toMatchObject({ requests: 2, repeated: 1 });
});

test.each([
  [403, "Forbidden", "forbidden"],
  [404, "NotFound", "gone"],
  [410, "Expired", "expired"],
  [400, "BadRequest", "not-now"],
])("%i is told and not asked again, without the name of the caller", async (status, reason, kind) => {
  await using api = await openFakeApi((_url, response) => sendStatus(response, status, reason));
  const answer = await api.client().ask({ path: "/api/v1/pods" });
  expect(answer).toEqual({ ok: false, kind, status, reason, again: false });
  expect(api.asked).toHaveLength(1);
});

test("a server that says nothing is left, in the time it has", async () => {
  await using api = await openFakeApi(() => {});
  const answer = await api.client({ silenceMs: 50 }).ask({ path: "/", once: true });
  expect(answer).toMatchObject({ ok: false, kind: "timed-out" });
});

test("an answer that pauses too long, or breaks off, fails after what came", async () => {
  await using api = await openFakeApi((url, response) => {
    response.writeHead(200, { "Content-Length": "1000" });
    response.write("beginning");
    if (url.pathname === "/reset") setImmediate(() => response.destroy());
  });
  for (const [path, why] of [
    ["/pause", "silence"],
    ["/reset", "network"],
  ]) {
    const answer = await api.client({ silenceMs: 100 }).ask({ path: path ?? "" });
    if (!answer.ok) throw new Error("refused");
    const came: string[] = [];
    const reading = (async () => {
      for await (const chunk of answer.body) came.push(Buffer.from(chunk).toString());
    })();
    await expect(reading).rejects.toMatchObject({ code: "BAD_INPUT", cause: { why } });
    expect(came.join("")).toBe("beginning");
  }
});

test("once the capture ends, nothing is asked any more", async () => {
  await using api = await openFakeApi(() => {});
  const ending = new AbortController();
  const client = api.client({ signal: ending.signal });
  const waiting = client.ask({ path: "/" });
  const reason = new Error("over");
  ending.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(client.ask({ path: "/" })).rejects.toBe(reason);
});
