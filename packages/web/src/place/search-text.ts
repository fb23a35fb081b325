/** Reads `?ns=a,b&q=1` as plain texts: a word that looks like a number stays a word. The last of equal names wins. */
export function parseSearchText(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Writes plain texts as `?ns=a,b&q=1`, "" for none. Commas and slashes stay readable. */
export function formatSearchText(search: Record<string, unknown>): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === "") continue;
    const text = encodeURIComponent(String(value)).replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
    pairs.push(`${encodeURIComponent(name)}=${text.replaceAll("%20", "+")}`);
  }
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}
