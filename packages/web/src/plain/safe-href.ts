/** The address where it is http or https, else undefined: a captured text must not become a script. */
export function safeHref(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && (url.protocol === "http:" || url.protocol === "https:") ? url.href : undefined;
}
