import { describe, expect, it } from "vitest";
import { namespacesOf } from "./namespaces-of.ts";
import { placeTarget } from "./place-target.ts";
import { formatSearchText, parseSearchText } from "./search-text.ts";

const link = { by: "link", token: "tok" } as const;

describe("placeTarget", () => {
  it("puts core and _ where the group or namespace is empty", () => {
    const target = placeTarget(link, { page: "object", group: "", plural: "nodes", namespace: "", name: "n1" });
    expect(target.to).toBe("/s/$token/r/$group/$plural/$namespace/$name");
    expect(target.params).toEqual({ token: "tok", group: "core", plural: "nodes", namespace: "_", name: "n1" });
  });

  it("gives the owner the same pages below the id", () => {
    expect(placeTarget({ by: "id", id: "x" }, { page: "coverage" }).to).toBe("/snapshots/$id/coverage");
  });

  it("keeps a hostile name a parameter, never a part of the path", () => {
    const target = placeTarget(link, { page: "list", group: "../../", plural: "$token?x=1#y" });
    expect(target.to).toBe("/s/$token/r/$group/$plural");
    expect(target.params.plural).toBe("$token?x=1#y");
  });
});

describe("the query part of a URL", () => {
  it.each([
    { q: 'level:>=error "a b" +c&d=%' },
    { ns: "a,b", q: "00123" },
    { q: "true", line: "17" },
    { q: "\u202e<script>" },
  ])("comes back as the same texts: %j", (search) => {
    expect(parseSearchText(formatSearchText(search))).toEqual(search);
  });

  it("is readable", () => {
    expect(formatSearchText({ ns: "a,b", q: "level:error refused", x: undefined })).toBe(
      "?ns=a,b&q=level:error+refused",
    );
    expect(formatSearchText({ q: "" })).toBe("");
  });

  it("names namespaces once, and none for all", () => {
    expect(namespacesOf({ ns: "a,,b,a" })).toEqual(["a", "b"]);
    expect(namespacesOf({ ns: "," })).toBeUndefined();
    expect(namespacesOf({})).toBeUndefined();
  });
});
