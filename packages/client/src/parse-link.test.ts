import { describe, expect, test } from "vitest";
import { parseLink } from "./parse-link.ts";

describe("parseLink", () => {
  const token = "3fZq9m2RkT7vYwB1cLx8Pd";
  test.each([
    [`http://127.0.0.1:7780/s/${token}`, "http://127.0.0.1:7780"],
    [`https://kubin.example.com/s/${token}/logs?q=level%3Aerror`, "https://kubin.example.com"],
    [`  https://example.com/tools/kubin/s/${token}  `, "https://example.com/tools/kubin"],
  ])("reads %s", (text, server) => expect(parseLink(text)).toEqual({ server, token }));

  test.each([
    "prod-eu-1",
    "http://127.0.0.1:7780",
    `ftp://host/s/${token}`,
    "http://host/s/short",
    `http://host/s/${token}%00`,
    "",
  ])("leaves %j alone", (text) => expect(parseLink(text)).toBeUndefined());
});
