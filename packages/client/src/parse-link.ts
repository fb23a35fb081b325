/** What a link says: which server, and the token that gives its reader rights there. */
export interface ParsedLink {
  server: string;
  token: string;
}

/** `http://host/s/{token}[/...]` → server and token; undefined for anything else. A path in front of `/s/` is the server's. */
export function parseLink(text: string): ParsedLink | undefined {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined;
  const found = /^(?<base>.*?)\/s\/(?<token>[\w-]{16,200})(?:\/|$)/.exec(url.pathname);
  const { base, token } = found?.groups ?? {};
  if (base === undefined || token === undefined) return undefined;
  return { server: `${url.origin}${base}`, token };
}
