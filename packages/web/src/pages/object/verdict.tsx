import type { ResourceRow } from "@kubin/schema";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts } from "../../texts/object.ts";
import { VerdictLine } from "./verdict-line.tsx";

/** How it is, and why, in one line; nothing for kinds whose objects do not tell. */
export function Verdict({ row }: { row: ResourceRow }) {
  if (row.health === "unknown" && !row.reason) return null;
  const isPod = row.plural === "pods" && row.group === "";
  return (
    <VerdictLine health={row.health} question={isPod && row.health === "failing" ? objectTexts.podWhy : ""}>
      {plainText(row.reason) || objectTexts.fine}
    </VerdictLine>
  );
}
