/** Where the server says that a query goes wrong ("at character 7 of the search"): from there to the end of the word. */
export function problemPlace(query: string, message: string): { from: number; to: number } | undefined {
  const told = /\(at character (\d+) of the search\)/.exec(message);
  if (!told) return undefined;
  const from = Math.min(Math.max(0, Number(told[1]) - 1), query.length);
  const length = query.slice(from).search(/\s|$/);
  return { from, to: from + Math.max(length, from < query.length ? 1 : 0) };
}
