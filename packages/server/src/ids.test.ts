import { SnapshotId } from "@kubin/schema";
import { expect, it } from "vitest";
import { createIds } from "./ids.ts";

it("makes sortable ids, and secrets of 128 bits that fit into a URL", () => {
  const ids = createIds();
  const made = Array.from({ length: 1_000 }, () => ids.uuid());
  expect([...made].sort()).toEqual(made);
  for (const id of made) expect(SnapshotId.safeParse(id).success).toBe(true);
  const secrets = new Set(Array.from({ length: 1_000 }, () => ids.secret()));
  expect(secrets.size).toBe(1_000);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{22}$/);
});
