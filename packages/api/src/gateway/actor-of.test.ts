import { createHash } from "node:crypto";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { actorOf } from "./actor-of.ts";

const listening = { host: "127.0.0.1", port: 7780 };

function actorWith(headers: Record<string, string>) {
  const req = new IncomingMessage(new Socket());
  req.headers = { host: "127.0.0.1:7780", ...headers };
  return actorOf(req, listening);
}

it("hashes what is presented, and never falls back to more rights", () => {
  const hash = createHash("sha256").update("abc").digest("hex");
  expect(actorWith({ "x-kubin-link": "abc" })).toEqual({ kind: "link", tokenHash: hash });
  expect(actorWith({ "x-kubin-ticket": "abc" })).toEqual({ kind: "ticket", ticketHash: hash });
  expect(actorWith({ "x-kubin-link": "" }).kind).toBe("link");
  expect(actorWith({ "x-kubin-ticket": "" }).kind).toBe("ticket");
});

it("takes one of them, not both", () => {
  expect(() => actorWith({ "x-kubin-link": "a", "x-kubin-ticket": "b" })).toThrow(/not both/);
});

it("makes an owner only of who comes straight over loopback", () => {
  expect(actorWith({})).toEqual({ kind: "owner" });
  expect(actorWith({ host: "localhost:7780" })).toEqual({ kind: "owner" });
  expect(actorWith({ host: "kubin.example.com" })).toEqual({ kind: "anonymous" });
  expect(actorWith({ "x-forwarded-for": "10.0.0.1" })).toEqual({ kind: "anonymous" });
  expect(actorWith({ forwarded: "for=10.0.0.1" })).toEqual({ kind: "anonymous" });
});
