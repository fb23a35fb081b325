import { refusal } from "./clickhouse-exception.ts";
import { maskStatement } from "./mask-statement.ts";

/**
 * One statement, cut where settings go. `read` answers rows; `insert` takes rows from its body (`format` names their
 * form); `change` is everything else: definitions, deletes, inserts that carry their own rows or select them.
 */
export interface Statement {
  kind: "read" | "insert" | "change";
  /** Up to the place of the settings. */
  head: string;
  /** Settings that the statement itself has, without the keyword. */
  settings: string;
  /** What follows the settings: the rows or the select of an insert that carries its own. */
  tail: string;
  format: string | undefined;
  /** Not a definition (CREATE …), whose SETTINGS are those of the table, nor SYSTEM …, which knows none. */
  takesSettings: boolean;
  /** Whether its answer can be had in pieces: that of SHOW and the like cannot. */
  isSelect: boolean;
}

const reads = new Set(["SELECT", "WITH", "SHOW", "DESCRIBE", "DESC", "EXISTS", "EXPLAIN"]);
const changes = new Set([
  ...["CREATE", "ALTER", "DROP", "TRUNCATE", "OPTIMIZE", "RENAME", "EXCHANGE"],
  ...["DELETE", "UPDATE", "SYSTEM", "KILL", "CHECK"],
]);

/** Reads one ClickHouse statement. Throws what ClickHouse would say of several statements or of an unknown one. */
export function readStatement(text: string): Statement {
  const sql = text.trim().replace(/;\s*$/, "");
  const top = maskStatement(sql);
  if (top.includes(";")) throw refusal(62, "One statement at a time.");
  const keyword = /^[\s(]*(\w+)/.exec(top)?.[1]?.toUpperCase() ?? (top.startsWith("(") ? "SELECT" : "");
  if (keyword === "INSERT") return readInsert(sql, top);
  if (reads.has(keyword)) return readTail({ kind: "read", sql, top, keyword });
  if (changes.has(keyword)) return readTail({ kind: "change", sql, top, keyword });
  throw refusal(344, `Statements that begin with "${keyword.slice(0, 20)}" are not allowed here.`);
}

function readTail(options: { kind: "read" | "change"; sql: string; top: string; keyword: string }): Statement {
  const { kind, sql, top, keyword } = options;
  const takesSettings = keyword !== "CREATE" && keyword !== "SYSTEM";
  const found = /\bFORMAT\s+(\w+)\s*$/i.exec(top);
  const end = found?.index ?? sql.length;
  const settingsAt = takesSettings
    ? [...top.slice(0, end).matchAll(/\bSETTINGS(?=\s+\w+\s*=)/gi)].at(-1)?.index
    : undefined;
  return {
    kind,
    head: sql.slice(0, settingsAt ?? end).trimEnd(),
    settings: settingsAt === undefined ? "" : sql.slice(settingsAt + "SETTINGS".length, end).trim(),
    tail: "",
    format: found?.[1],
    takesSettings,
    isSelect: keyword === "SELECT" || keyword === "WITH",
  };
}

function readInsert(sql: string, top: string): Statement {
  const body = /\b(SETTINGS|FORMAT|VALUES|SELECT|WITH)\b/i.exec(top);
  if (body === null || /^\s*INSERT\s+INTO\s+(TABLE\s+)?FUNCTION\b/i.test(top)) {
    throw refusal(62, "Expected INSERT INTO table … FORMAT, VALUES or SELECT.");
  }
  const head = sql.slice(0, body.index).trimEnd();
  let rest = body.index;
  let settings = "";
  if (body[1]?.toUpperCase() === "SETTINGS") {
    const from = body.index + "SETTINGS".length;
    const next = /\b(FORMAT|VALUES|SELECT|WITH)\b/i.exec(top.slice(from));
    if (next === null) throw refusal(62, "Expected FORMAT, VALUES or SELECT behind the settings of an INSERT.");
    rest = from + next.index;
    settings = sql.slice(from, rest).trim();
  }
  const format = /^FORMAT\s+(\w+)\s*$/i.exec(top.slice(rest))?.[1];
  if (format !== undefined)
    return { kind: "insert", head, settings, tail: "", format, takesSettings: true, isSelect: false };
  return {
    kind: "change",
    head,
    settings,
    tail: sql.slice(rest),
    format: undefined,
    takesSettings: true,
    isSelect: false,
  };
}

/** The statement again, with `settings` behind its own, so that these win. Values are literals already. */
export function writeStatement(statement: Statement, settings: ReadonlyMap<string, string>): string {
  const { head, tail, takesSettings } = statement;
  if (!takesSettings) return head;
  const added = [...settings].map(([name, literal]) => `${name} = ${literal}`);
  const all = [...(statement.settings === "" ? [] : [statement.settings]), ...added].join(", ");
  return [head, all === "" ? "" : `SETTINGS ${all}`, tail].filter((piece) => piece !== "").join("\n");
}
