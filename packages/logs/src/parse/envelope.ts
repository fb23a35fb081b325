import { dockerEnvelope } from "./docker-envelope.ts";
import { parseTimestamp } from "./parse-timestamp.ts";

/** What a kubelet or container runtime wrote around a line. */
export interface Envelope {
  at: bigint;
  /** Characters, and bytes too, since they are ASCII, before what the program wrote. */
  prefix: number;
  /** Output of the program, where it is told. */
  stream: "stdout" | "stderr" | undefined;
  /** The record goes on in the next line of the same stream. */
  partial: boolean;
  /** What the program wrote, where it is not the rest of the line as it stands. */
  inner: string | undefined;
  /** The time may as well be the program's own: shorter than kubelets write it. */
  doubtful: boolean;
}

/**
 * Envelope of a line: `2021-08-05T10:14:09.409123456Z ` as kubelets write it (`kubectl logs --timestamps`), the same
 * with `stderr F ` (CRI, kubernetes/design-proposals "kubelet-cri-logging"), or Docker's json-file object.
 */
export function readEnvelope(text: string): Envelope | undefined {
  if (text.charCodeAt(0) === 123) return dockerEnvelope(text);
  const time = parseTimestamp(text, 0);
  if (!time?.rfc3339 || text.charCodeAt(time.end) !== 32) return undefined;
  const from = time.end + 1;
  const stream = streamAt(text, from);
  const tag = text.charCodeAt(from + 7);
  if (stream === undefined || (tag !== 70 && tag !== 80) || text.charCodeAt(from + 8) !== 32) {
    // Nanoseconds rarely end in three zeros, and kubelets write all others.
    const doubtful = time.digits < 7;
    return { at: time.at, prefix: from, stream: undefined, partial: false, inner: undefined, doubtful };
  }
  return { at: time.at, prefix: from + 9, stream, partial: tag === 80, inner: undefined, doubtful: false };
}

function streamAt(text: string, from: number): Envelope["stream"] {
  if (text.charCodeAt(from + 6) !== 32) return undefined;
  if (text.startsWith("stdout", from)) return "stdout";
  return text.startsWith("stderr", from) ? "stderr" : undefined;
}
