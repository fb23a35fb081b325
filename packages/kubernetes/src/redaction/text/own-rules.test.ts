import { RedactionRules } from "@kubin/schema";
import { describe, expect, it } from "vitest";
import { createScanner } from "./create-scanner.ts";
import { loadOwnRules } from "./own-rules.ts";

async function scannerOf(rules: unknown) {
  return createScanner({ own: await loadOwnRules(RedactionRules.parse(rules)) });
}

describe("own rules", () => {
  it("find by pattern, the first group where there is one, also in other encodings", async () => {
    const scanner = await scannerOf({
      rules: [
        { name: "ticket", pattern: "TICKET-[0-9]{4}" },
        { name: "customer", pattern: "customer=(\\w+)" },
      ],
    });
    const found = (text: string) => scanner.scan(text).map(({ rule, secret }) => ({ rule, secret }));
    expect(found("a TICKET-1234 b customer=acme")).toEqual([
      { rule: "ticket", secret: "TICKET-1234" },
      { rule: "customer", secret: "acme" },
    ]);
    expect(found("x%3Dcustomer%3Dacme")).toEqual([{ rule: "customer", secret: "acme" }]);
    expect(scanner.suspect(new TextEncoder().encode("no literal at all"), 0)).toBe(0);
  });

  it("find by key, in any case, with * for any characters, and win over the built-in ones", async () => {
    const scanner = await scannerOf({ rules: [{ name: "mine", keys: ["acme-*-id", "DB_PASSWORD"] }] });
    const found = (text: string) => scanner.scan(text).map(({ rule, secret }) => [rule, secret]);
    expect(found("ACME-CUSTOMER-ID: foo")).toEqual([["mine", "foo"]]);
    expect(found('"acme-x-id":"foo bar"')).toEqual([["mine", "foo bar"]]);
    expect(found("example.com/acme-x-id=foo")).toEqual([["mine", "foo"]]);
    expect(found("acme-x-idx: foo")).toEqual([]);
    expect(found("db_password=hunter2")).toEqual([["mine", "hunter2"]]);
  });

  it("are said to be wrong by name", async () => {
    const wrong = loadOwnRules(RedactionRules.parse({ rules: [{ name: "broken", pattern: "a(?=b" }] }));
    await expect(wrong).rejects.toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining('rule "broken"') });
    const second = loadOwnRules(RedactionRules.parse({ exceptions: [{ keys: ["a"] }, { pattern: "(" }] }));
    await expect(second).rejects.toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining("exception 2") });
  });
});

describe("exceptions", () => {
  it("let stand what they name: by rule, key, pattern, or all of them", async () => {
    const scanner = await scannerOf({
      exceptions: [
        { pattern: "^hunter2$" },
        { keys: ["test_*"] },
        { rule: "token", keys: ["x-token"], pattern: "^abc" },
      ],
    });
    const rules = (text: string) => scanner.scan(text).map(({ rule }) => rule);
    expect(rules("password=hunter2")).toEqual([]);
    expect(rules("password=hunter22")).toEqual(["password"]);
    expect(rules("TEST_PASSWORD=something")).toEqual([]);
    expect(rules("x-token: abc123def456ghi789")).toEqual([]);
    expect(rules("x-token: xbc123def456ghi789")).toEqual(["token"]);
  });
});
