import { KubinError } from "@kubin/schema";

/** What the system says about a file, as one sentence with a code. KubinErrors pass. */
export function fileError(error: unknown, path: string): KubinError {
  if (error instanceof KubinError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const options = { cause: error };
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return new KubinError("NOT_FOUND", `There is no file or folder ${path}.`, options);
    case "EACCES":
    case "EPERM":
      return new KubinError("FORBIDDEN", `${path} may not be read.`, options);
    case "ELOOP":
      return new KubinError("NOT_FOUND", `${path} is a link that leads in a circle.`, options);
    case "ENOSPC":
    case "EDQUOT":
      return new KubinError("STORE_FULL", `There is no space left for ${path}.`, options);
    default:
      return new KubinError("INTERNAL", `${path} cannot be read${code ? ` (${code})` : ""}.`, options);
  }
}
