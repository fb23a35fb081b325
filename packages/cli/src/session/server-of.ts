import type { Io } from "../io.ts";

/** Where a Kubin started with `npm start` or `npm run demo` listens. */
export const defaultServer = "http://127.0.0.1:7780";

/** The server the caller named: `--server`, else KUBIN_SERVER; undefined when neither. */
export function namedServer(io: Io, args: { server?: string | undefined }): string | undefined {
  return args.server ?? (io.env.KUBIN_SERVER || undefined);
}

export function serverOf(io: Io, args: { server?: string | undefined }): string {
  return namedServer(io, args) ?? defaultServer;
}
