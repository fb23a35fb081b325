import type { LogStreamRef } from "@kubin/schema";
import { PlaceLink } from "../place/place-link.tsx";
import { logTexts } from "../texts/logs.ts";

/** The number of a line as people count, from 1: a link to that very line, to be copied. */
export function LineNumber({ stream, line }: { stream: LogStreamRef; line: number }) {
  const { namespace, pod, container, source } = stream;
  return (
    <PlaceLink
      place={{ page: "stream", namespace, pod, container, source, search: { line: String(line + 1) } }}
      label={logTexts.toLine(line + 1)}
    >
      {line + 1}
    </PlaceLink>
  );
}
