import { errorCodes, KubinError } from "@kubin/schema";
import { TRPCError } from "@trpc/server";
import { expect, it } from "vitest";
import { z } from "zod";
import { translateError } from "./translate-error.ts";

it.each(errorCodes)("%s keeps its code and sentence, also when tRPC wrapped it", (code) => {
  const error = new KubinError(code, "Something is so.");
  for (const thrown of [error, new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error })]) {
    expect(translateError(thrown, "r1").note).toEqual({ code, message: "Something is so." });
  }
});

it("is the same when it is translated twice", () => {
  const once = translateError(new KubinError("NOT_FOUND", "Gone."), "r1");
  expect(translateError(once.error, "r2").note).toEqual(once.note);
  expect(once.error.code).toBe("NOT_FOUND");
});

it("says of a defect only where to look", () => {
  const { note, error } = translateError(new Error("password=hunter2 at db"), "r1");
  expect(note.code).toBe("INTERNAL");
  expect(note.message).not.toContain("hunter2");
  expect(note.message).toContain("r1");
  expect(error.code).toBe("INTERNAL_SERVER_ERROR");
});

it("names the fields of a wrong input in one line", () => {
  const shape = z.object({ snapshotId: z.uuid(), limit: z.int() });
  const { error: cause } = shape.safeParse({ snapshotId: "x", limit: 0.5 });
  const { note } = translateError(new TRPCError({ code: "BAD_REQUEST", cause }), "r1");
  expect(note.code).toBe("BAD_INPUT");
  expect(note.message).toMatch(/^The request is not right: snapshotId: .*; limit: [^\n]*\.$/);
});

it("calls a caller who left CANCELLED", () => {
  expect(translateError(AbortSignal.abort().reason, "r1").note.code).toBe("CANCELLED");
});
