/** For `catch`: a file that is not there is undefined; anything else is thrown. */
export function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
