import fc from "fast-check";
import { expect, it } from "vitest";
import { columnsOf, toggledColumn } from "./columns-of.ts";

it("puts a column in and takes it out", () => {
  expect(toggledColumn({}, "status")).toEqual({ cols: "status" });
  expect(toggledColumn({ cols: "status,path" }, "status")).toEqual({ cols: "path" });
  expect(columnsOf({ cols: "status,,status,path" })).toEqual(["status", "path"]);
});

it("keeps any name", () => {
  const name = fc.string({ minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(name, (any) => {
      expect(columnsOf(toggledColumn({}, any))).toEqual([any]);
    }),
  );
});
