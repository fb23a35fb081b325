const longest = 200;

/** What an engine or its client said, in one line. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Of several addresses that all refuse there is no message, only the code.
  const code = "code" in error ? String(error.code) : error.name;
  const said = error.message.replaceAll(/\s+/g, " ").trim() || code;
  return said.length > longest ? `${said.slice(0, longest)}…` : said;
}
