import { expect, it } from "vitest";
import { createRedactor } from "./create-redactor.ts";
import { loadRedactionTables } from "./load-tables.ts";

const key = new Uint8Array(32);
const rules = { rules: [{ name: "ticket", pattern: "ACME-[0-9]{6}" }], exceptions: [] };

it("shares tables under the same rules, and never uses those of others", async () => {
  const before = await loadRedactionTables(undefined);
  const label = async (tables: typeof before) =>
    (await createRedactor({ key, rules, tables })).label("see ACME-123456");
  expect(await label(before)).toContain("‹redacted:ticket:");
  expect(await label(await loadRedactionTables(rules))).toContain("‹redacted:ticket:");
});
