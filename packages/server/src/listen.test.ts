import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, it } from "vitest";
import { listen } from "./listen.ts";

const config = { host: "127.0.0.1", port: 0, auth: "none" } as const;

it("tells callers to wait until the gateway is there", async () => {
  const http = await listen(config);
  const url = `http://127.0.0.1:${http.listening.port}/readyz`;
  const early = await fetch(url);
  expect(early.status).toBe(503);
  expect(await early.json()).toMatchObject({ ready: false, message: expect.stringContaining("starting") });
  http.handle((_req, res) => res.end("here"));
  expect(await (await fetch(url)).text()).toBe("here");
  await http.close(0);
});

it("shows a browser that it is starting, by a page that loads itself again and runs nothing", async () => {
  const http = await listen(config);
  const url = `http://127.0.0.1:${http.listening.port}/s/secret-token`;
  const accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  const early = await fetch(url, { headers: { accept } });
  expect(early.status).toBe(503);
  expect(Object.fromEntries(early.headers)).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "retry-after": "1",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "content-security-policy": expect.stringMatching(/^default-src 'none';(?!.*unsafe)/),
  });
  const page = await early.text();
  expect(page).toContain('<meta http-equiv="refresh" content="2">');
  expect(page).toContain("<h1>Kubin is starting</h1>");
  expect(page).not.toMatch(/<script|<style|style=|secret-token/);
  const sent = await fetch(url, { method: "POST", headers: { accept } });
  expect(await sent.json()).toMatchObject({ error: { data: { kubin: { code: "UNAVAILABLE" } } } });
  await http.close(0);
});

it("names a taken port and the way out", async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)),
  );
  await expect(listen({ ...config, port })).rejects.toMatchObject({
    code: "UNAVAILABLE",
    message: expect.stringMatching(new RegExp(`Port ${port} is taken.*KUBIN_PORT`)),
  });
  await new Promise((resolve) => other.close(resolve));
});

it("refuses an address that others reach, whatever name led there", async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((it) => it !== undefined && !it.internal && it.family === "IPv4")?.address;
  await expect(listen({ ...config, host: outside ?? "0.0.0.0" })).rejects.toMatchObject({ code: "BAD_INPUT" });
});
