import { describe, expect, test } from "vitest";
import { findPlanted, plantedSecret, plantedSecrets } from "./planted-secrets.ts";

describe("planted secrets", () => {
  const place = "url-encoded in a log";
  const secret = plantedSecret(place);

  test.each([
    ["as they are", secret],
    ["in base64, wherever they start", Buffer.from(`pw=${secret}!`).toString("base64")],
    ["in base64, one byte later", Buffer.from(`pw: ${secret}?`).toString("base64")],
    ["in base64, two bytes later", Buffer.from(`pass=${secret}`).toString("base64")],
    ["in base64 of URLs", Buffer.from(`abc${secret}`).toString("base64url")],
    ["in hex", Buffer.from(secret).toString("hex")],
    ["in a URL", encodeURIComponent(secret)],
  ])("are found %s", (_how, text) => {
    expect(findPlanted(Buffer.from(`before ${text} after`))).toContainEqual(expect.objectContaining({ place }));
  });

  test("are not found where none is, and no two are alike", () => {
    expect(findPlanted(Buffer.from("hunter2 and others, but no whole one"))).toEqual([]);
    expect(new Set(plantedSecrets().map(([, value]) => value)).size).toBe(plantedSecrets().length);
  });
});
