import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../testbed/processes.ts";

// While a release is rolled out, processes of the one before still read and write the migrated database. What takes
// away or narrows needs two releases: one that no longer uses it, then one that removes it.

const takesAway = [
  /\bDROP\s+(TABLE|COLUMN|TYPE|VIEW|SCHEMA)\b/i,
  /\bRENAME\b/i,
  /\bTRUNCATE\b/i,
  /\bALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE\b/i,
  /\bALTER\s+COLUMN\s+\S+\s+SET\s+NOT\s+NULL\b/i,
  /\bADD\s+CONSTRAINT\b/i,
];

/** Statements that a process of the release before would stumble over; constraints of new tables are theirs alone. */
function stumbles(sql: string): string[] {
  const plain = sql.replace(/--.*$/gm, "").replace(/'(?:[^']|'')*'/g, "''");
  const made = new Set([...plain.matchAll(/\bCREATE\s+TABLE\s+([^\s(]+)/gi)].map(([, table]) => table));
  return plain
    .split(";")
    .map((one) => one.trim().replace(/\s+/g, " "))
    .filter((statement) => {
      const table = /^ALTER TABLE (\S+)|^CREATE UNIQUE INDEX .*? ON ([^\s(]+)/i.exec(statement);
      if (table && made.has(table[1] ?? table[2])) return false;
      return (
        takesAway.some((pattern) => pattern.test(statement)) || /^CREATE UNIQUE/i.test(statement) || demands(statement)
      );
    });
}

/** A new column that the release before does not fill. */
function demands(statement: string): boolean {
  const columns = statement.split(/\bADD COLUMN\b/i).slice(1);
  return columns.some((column) => /\bNOT NULL\b/i.test(column) && !/\bDEFAULT\b/i.test(column));
}

it("no migration of the metadata takes away what the release before uses", async () => {
  const folder = join(root, "prisma/migrations");
  const names = (await readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory());
  expect(names.length).toBeGreaterThan(2);
  for (const { name } of names) {
    expect(stumbles(await readFile(join(folder, name, "migration.sql"), "utf8")), name).toEqual([]);
  }
});

it.each([
  'ALTER TABLE "parts" DROP COLUMN "path";',
  'DROP TABLE "links";',
  'ALTER TABLE "parts" RENAME COLUMN "path" TO "place";',
  'ALTER TABLE "parts" RENAME TO "pieces";',
  'ALTER TABLE "parts" ALTER COLUMN "size" SET DATA TYPE INTEGER;',
  'ALTER TABLE "parts" ALTER COLUMN "path" SET NOT NULL;',
  'ALTER TABLE "parts" ADD COLUMN "a" TEXT NOT NULL DEFAULT \'\',\nADD COLUMN "b" TEXT NOT NULL;',
  'CREATE UNIQUE INDEX "once" ON "parts" ("sha256");',
  'CREATE TABLE "new" ("id" TEXT); ALTER TABLE "parts" ADD CONSTRAINT "c" CHECK ("size" > 0);',
])("%s would be seen", (sql) => {
  expect(stumbles(sql)).toHaveLength(1);
});

it("what only adds passes", () => {
  const adds = `CREATE TABLE "new" ("id" TEXT NOT NULL, CONSTRAINT "new_pkey" PRIMARY KEY ("id"));
    CREATE UNIQUE INDEX "new_id" ON "new" ("id"); ALTER TABLE "new" ADD CONSTRAINT "fk" FOREIGN KEY ("id") REFERENCES "parts" ("key");
    ALTER TABLE "parts" ADD COLUMN "note" TEXT, ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'DROP TABLE';
    CREATE INDEX "by_kind" ON "parts" ("kind"); -- DROP COLUMN`;
  expect(stumbles(adds)).toEqual([]);
});
