/**
 * The statement with the same length, but with strings, quoted names, comments and everything within brackets blanked
 * out (`x` for quoted names), so that keywords of the top level can be found by pattern at their place.
 */
export function maskStatement(sql: string): string {
  const masked: string[] = [];
  let depth = 0;
  let at = 0;
  while (at < sql.length) {
    const end = endOfQuoted(sql, at);
    if (end !== undefined) {
      const isName = sql[at] === "`" || sql[at] === '"';
      masked.push((isName && depth === 0 ? "x" : " ").repeat(end - at));
      at = end;
      continue;
    }
    const character = sql.charAt(at);
    if (character === ")" || character === "]" || character === "}") depth = Math.max(0, depth - 1);
    masked.push(depth === 0 ? character : " ");
    if (character === "(" || character === "[" || character === "{") depth += 1;
    at += 1;
  }
  return masked.join("");
}

/** Names of `{name:Type}` placeholders outside strings and comments. */
export function placeholdersOf(sql: string): Set<string> {
  const names = new Set<string>();
  let at = 0;
  while (at < sql.length) {
    const end = endOfQuoted(sql, at);
    const name = sql[at] === "{" ? /^\{\s*([A-Za-z_]\w*)\s*:/.exec(sql.slice(at, at + 200))?.[1] : undefined;
    if (name !== undefined) names.add(name);
    at = end ?? at + 1;
  }
  return names;
}

/** Where the string, quoted name, heredoc or comment that begins at `at` is over; undefined when none begins here. */
function endOfQuoted(sql: string, at: number): number | undefined {
  const first = sql.charAt(at);
  if (first === "'" || first === '"' || first === "`") return endOfQuote(sql, at, first);
  if (sql.startsWith("--", at) || sql.startsWith("# ", at) || sql.startsWith("#!", at)) return endOf(sql, at, "\n");
  if (sql.startsWith("/*", at)) return endOf(sql, at + 2, "*/");
  const heredoc = first === "$" ? /^\$\w*\$/.exec(sql.slice(at, at + 100))?.[0] : undefined;
  return heredoc === undefined ? undefined : endOf(sql, at + heredoc.length, heredoc);
}

function endOf(sql: string, from: number, mark: string): number {
  const at = sql.indexOf(mark, from);
  return at === -1 ? sql.length : at + mark.length;
}

/** Backslash escapes and doubled quotes, both as in ClickHouse's lexer. */
function endOfQuote(sql: string, start: number, quote: string): number {
  for (let at = start + 1; at < sql.length; at += 1) {
    if (sql[at] === "\\") at += 1;
    else if (sql[at] === quote && sql[at + 1] === quote) at += 1;
    else if (sql[at] === quote) return at + 1;
  }
  return sql.length;
}
