import { createHash } from "node:crypto";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { actorOf } from "./actor-of.ts";

const listening = { host: "127.0.0.1", port: 7780 };

function actorWith(headers: Record<string, string>, publicUrl = "http://127.0.0.1:7780") {
  const req = new IncomingMessage(new Socket());
  req.headers = { host: "127.0.0.1:7780", ...headers };
  return actorOf(req, { listening, publicUrl });
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

it("takes who comes by a balancer of this machine as if there was none", () => {
  const balancer = "http://localhost:8080";
  expect(actorWith({ host: "localhost:8080" }, balancer)).toEqual({ kind: "owner" });
  expect(actorWith({ host: "localhost:8081" }, balancer)).toEqual({ kind: "anonymous" });
  expect(actorWith({ host: "localhost:8080", "x-forwarded-for": "10.0.0.1" }, balancer)).toEqual({ kind: "anonymous" });
  expect(actorWith({ host: "kubin.example.com" }, "https://kubin.example.com")).toEqual({ kind: "anonymous" });
});
