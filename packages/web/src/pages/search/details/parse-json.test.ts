import { expect, it } from "vitest";
import { ExactNumber, parseJson } from "./parse-json.ts";

it("takes a line of JSON apart and keeps numbers as they were written", () => {
  const parsed = parseJson(' {"id": 12345678901234567890, "list": [1.50, null], "text": "a"} ')?.value;
  expect(parsed).toEqual({
    id: new ExactNumber("12345678901234567890"),
    list: [new ExactNumber("1.50"), null],
    text: "a",
  });
});

it("takes nothing else apart", () => {
  for (const line of ["", "12", '"a"', "[INFO] started [ok]", "{broken}"]) expect(parseJson(line)).toBeUndefined();
});
