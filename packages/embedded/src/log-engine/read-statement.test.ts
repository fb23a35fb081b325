import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskStatement, placeholdersOf } from "./mask-statement.ts";
import { quote } from "./read-request.ts";
import { readStatement, writeStatement } from "./read-statement.ts";

const added = new Map([["log_comment", "'id'"]]);
const rewritten = (sql: string) => writeStatement(readStatement(sql), added);

describe("a statement", () => {
  test("loses its format, which is told apart, and gets settings at its end", () => {
    const statement = readStatement("SELECT 1 AS a\nFORMAT JSONEachRow");
    expect(statement).toMatchObject({ kind: "read", format: "JSONEachRow" });
    expect(writeStatement(statement, added)).toBe("SELECT 1 AS a\nSETTINGS log_comment = 'id'");
  });

  test("keeps its own settings before the added ones", () => {
    expect(rewritten("SELECT 1 settings max_threads = 1 FORMAT TSV;")).toBe(
      "SELECT 1\nSETTINGS max_threads = 1, log_comment = 'id'",
    );
  });

  test.each([
    "SELECT 'SETTINGS a = 1 FORMAT TSV'",
    "SELECT * FROM (SELECT 1 SETTINGS max_threads = 1)",
    "SELECT Settings['log_comment'] AS settings FROM system.processes",
    "SELECT 1 -- SETTINGS a = 1 FORMAT TSV",
    "SELECT 1 /* FORMAT TSV */",
    'SELECT `a FORMAT b`, "SETTINGS" FROM t',
    "SELECT 'it\\'s; fine', 'it''s; fine', $$ ; FORMAT $$",
  ])("finds no keyword in strings, names, comments and brackets: %s", (sql) => {
    expect(readStatement(sql)).toMatchObject({ kind: "read", head: sql, settings: "", format: undefined });
  });

  test.each([
    ["INSERT INTO db.t FORMAT RowBinary", "INSERT INTO db.t", "", "RowBinary"],
    ["INSERT INTO t (a, `format`) FORMAT TSV", "INSERT INTO t (a, `format`)", "", "TSV"],
    ["insert into t settings x = 'FORMAT' format TSV", "insert into t", "x = 'FORMAT'", "TSV"],
  ])("an insert that takes rows: %s", (...[sql, head, settings, format]) => {
    expect(readStatement(sql)).toMatchObject({ kind: "insert", head, settings, format });
  });

  test("an insert with its own rows gets settings before them", () => {
    expect(rewritten("INSERT INTO t (a) VALUES (1), (2)")).toBe(
      "INSERT INTO t (a)\nSETTINGS log_comment = 'id'\nVALUES (1), (2)",
    );
    expect(rewritten("INSERT INTO t SELECT * FROM u")).toBe(
      "INSERT INTO t\nSETTINGS log_comment = 'id'\nSELECT * FROM u",
    );
  });

  test("a definition keeps the settings of its table and gets none", () => {
    const sql = "CREATE TABLE t (a UInt8) ENGINE = MergeTree ORDER BY a SETTINGS index_granularity = 100";
    expect(readStatement(sql).kind).toBe("change");
    expect(rewritten(sql)).toBe(sql);
  });

  test.each([
    ["SELECT 1; DROP TABLE t", "One statement"],
    ["ATTACH TABLE t", "not allowed"],
    ["SET max_threads = 1", "not allowed"],
    ["USE other", "not allowed"],
    ["", "not allowed"],
    ["INSERT INTO FUNCTION file('x', 'TSV') SELECT 1", "INSERT INTO table"],
    ["INSERT INTO t", "FORMAT, VALUES or SELECT"],
  ])("%j is refused", (sql, reason) => {
    expect(() => readStatement(sql)).toThrow(reason);
  });
});

describe("masking", () => {
  test("keeps the length and hides whatever is quoted", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const sql = `SELECT ${quote(text)} AS a`;
        const masked = maskStatement(sql);
        expect(masked).toHaveLength(sql.length);
        expect(masked.replaceAll(/\s+/g, " ")).toBe("SELECT AS a");
      }),
    );
  });

  test("finds placeholders, in brackets too, and none in strings and comments", () => {
    const sql =
      "SELECT {a:String}, f(g({ b : UInt8}), '{c:String}') -- {d:String}\n/* {e:String} */ FROM {t:Identifier}";
    expect([...placeholdersOf(sql)]).toEqual(["a", "b", "t"]);
  });
});
