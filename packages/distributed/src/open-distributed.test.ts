import { expect, test } from "vitest";
import { openDistributed } from "./open-distributed.ts";

test("says that it is not built yet and what to use instead", async () => {
  await expect(openDistributed()).rejects.toMatchObject({
    code: "UNSUPPORTED",
    message: expect.stringContaining("KUBIN_PROFILE=embedded"),
  });
});
