/** Names without the beginning that all share, cut at a dash; a name alone stays whole. */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const [first = "", ...others] = names;
  let shared = first;
  for (const name of others) while (!name.startsWith(shared)) shared = shared.slice(0, -1);
  const cut = others.length === 0 ? 0 : shared.lastIndexOf("-") + 1;
  return new Map(names.map((name) => [name, name.slice(cut) || name]));
}
