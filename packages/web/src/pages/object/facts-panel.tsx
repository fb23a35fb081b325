import type { ResourceDetail } from "@kubin/schema";
import { Panel } from "../../parts/panel.tsx";
import { objectTexts } from "../../texts/object.ts";
import { FactList } from "./fact-list.tsx";
import { factsOf } from "./facts-of.tsx";

/** What kubectl shows of it, and who it belongs to. */
export function FactsPanel({ detail }: { detail: ResourceDetail }) {
  return (
    <Panel title={objectTexts.facts}>
      <FactList facts={factsOf(detail)} />
    </Panel>
  );
}
