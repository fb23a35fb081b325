import { expect, inject, test } from "vitest";
import { newDatabase } from "../testing/new-database.ts";
import { prepareMetadata } from "./prepare-metadata.ts";

test("processes that start at once apply each migration once, and none of them fails", async () => {
  const database = await newDatabase(inject("engines").DATABASE_URL ?? "");
  try {
    const url = database.connection.connectionString ?? "";
    const applied = (await Promise.all(Array.from({ length: 5 }, () => prepareMetadata(url)))).flat();
    expect(applied.length).toBeGreaterThan(0);
    expect(new Set(applied).size).toBe(applied.length);
    expect(await prepareMetadata(url)).toEqual([]);
  } finally {
    await database.drop();
  }
});
