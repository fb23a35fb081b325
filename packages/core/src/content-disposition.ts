/**
 * `Content-Disposition: attachment` with the name in plain ASCII for old clients (RFC 6266) and in full (RFC 5987).
 * Controls, lone surrogates, quotes, backslashes and path separators never reach the header.
 */
export function attachment(filename: string): string {
  const safe = filename.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}/\\]/gu, "_") || "download";
  const plain = safe.replaceAll(/[^\x20-\x7e]|["%]/g, "_");
  const full = encodeURIComponent(safe).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
