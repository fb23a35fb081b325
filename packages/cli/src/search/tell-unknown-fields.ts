import type { Query } from "@kubin/logs";
import { type Io, tell } from "../io.ts";

/** Of a search that found nothing: which of its words may have been meant as a field. */
export async function tellUnknownFields(io: Io, query: Query): Promise<void> {
  const { unknownFields } = await import("@kubin/logs");
  for (const said of unknownFields(query)) tell(io, said);
}
