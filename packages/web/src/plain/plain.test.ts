import { describe, expect, it } from "vitest";
import { plainText } from "./plain-text.ts";
import { safeHref } from "./safe-href.ts";
import { sizeText } from "./size-text.ts";

describe("plainText", () => {
  it("takes escape sequences of terminals out", () => {
    expect(plainText("\u001b[31;1mERROR\u001b[0m \u001b[2K\u001b]0;title\u0007done")).toBe("ERROR done");
    expect(plainText("\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\")).toBe("here");
  });

  it("shows other control characters as pictures and keeps tabs and line ends", () => {
    expect(plainText("a\u0000b\rc\td\ne\u007f")).toBe("a\u2400b\u240dc\td\ne\u2421");
    expect(plainText("\t[not a sequence]")).toBe("\t[not a sequence]");
  });

  it("names marks that would reorder or hide text", () => {
    expect(plainText("pay\u202exe.txt\u200b")).toBe("pay<U+202E>xe.txt<U+200B>");
  });

  it("leaves ordinary text of any script alone", () => {
    const text = "Größe 日本語 שלום <b>&amp;</b> 👩‍👩‍👧";
    expect(plainText(text)).toBe(text);
  });
});

describe("safeHref", () => {
  it.each(["javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil", "ftp://x/", ""])(
    "refuses %j",
    (address) => {
      expect(safeHref(address)).toBeUndefined();
    },
  );

  it("lets http and https pass", () => {
    expect(safeHref("https://example.com/a b")).toBe("https://example.com/a%20b");
  });
});

describe("sizeText", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1500, "1.5 kB"],
    [38_100_000, "38.1 MB"],
    [212_000_000, "212 MB"],
  ])("%i is %s", (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});
