const mebibyte = 1024 * 1024;

/** Only these carry lists of parts. */
const large = new Set(["upload.complete", "upload.sign"]);

/** Most bytes of a request's JSON, by its path below `/trpc` (procedures, separated by commas) or `/api/v1`. */
export function bodyLimitBytes(path: string): number {
  const names = path.replace(/^\//, "").split(",");
  const isLarge = names.every((name) => large.has(name)) || /^\/uploads\/[^/]+\/(parts|complete)\/?$/.test(path);
  return isLarge ? 64 * mebibyte : mebibyte;
}
