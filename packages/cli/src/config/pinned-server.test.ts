import { expect, test } from "vitest";
import { isPinned } from "./pinned-server.ts";

test.each([
  ["https://kubin.example.com", "https://kubin.example.com", true],
  ["https://kubin.example.com/", "https://kubin.example.com", true],
  ["https://kubin.example.com", "http://kubin.example.com", false],
  ["https://kubin.example.com/a", "https://kubin.example.com/b", false],
  ["kubin.example.com", "https://kubin.example.com:8443", true],
  ["kubin.example.com:8443", "https://kubin.example.com:8443", true],
  ["kubin.example.com:8443", "https://kubin.example.com", false],
  ["*.example.com", "https://a.b.example.com", true],
  ["*.example.com", "https://example.com", false],
  ["*.example.com", "https://example.com.evil.test", false],
  ["*.example.com", "https://evil.test/x.example.com", false],
  ["Kubin-*.Example.com", "https://kubin-eu.example.com", true],
  ["k*b*n", "http://kubin", true],
  ["k*bb*n", "http://kubin", false],
  ["aba*aba", "http://ababa", false],
  ["*", "http://anything", true],
])("%s and %s: %s", (pin, server, fits) => {
  expect(isPinned([pin], server)).toBe(fits);
});

test("a long pattern takes no long time", () => {
  const pin = `${"*a".repeat(2000)}b`;
  expect(isPinned([pin], `http://${"a".repeat(250)}.test`)).toBe(false);
});
