import type { ResourceRow } from "@kubin/schema";
import { plainText } from "../../plain/plain-text.ts";
import { healthWords } from "../../texts/health.ts";
import { objectTexts } from "../../texts/object.ts";
import { VerdictLine } from "./verdict-line.tsx";

/** Why it is as it is, in one line; nothing where nobody says more than the heading does. */
export function Verdict({ row }: { row: ResourceRow }) {
  if (!row.reason && row.health !== "failing" && row.health !== "warning") return null;
  const isPod = row.plural === "pods" && row.group === "";
  return (
    <VerdictLine health={row.health} question={isPod && row.health === "failing" ? objectTexts.podWhy : ""}>
      {plainText(row.reason) || healthWords[row.health]}
    </VerdictLine>
  );
}
