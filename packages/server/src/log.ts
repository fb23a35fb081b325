import type { Log } from "@kubin/core";
import { destination, type LevelWithSilent, pino } from "pino";

/** Keys whose values never reach the log, wherever they stand: a second net, the first is not to log them. */
const secret = ["ticket", "token", "secret", "password", "authorization", "cookie", "url", "link", "signedUrl"];

/** JSON lines on stderr, written at once: stdout belongs to results, and a crash loses nothing. */
export function createLog(level: LevelWithSilent): Log {
  const paths = secret.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  const stderr = destination({ fd: 2, sync: true });
  return pino({ level, base: null, redact: { paths, censor: "[redacted]" } }, stderr);
}
