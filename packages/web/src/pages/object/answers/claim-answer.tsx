import type { Health, ResourceDetail } from "@kubin/schema";
import { at, textAt } from "../../../object/read-json.ts";
import { troubleFirst } from "../../../object/trouble-first.ts";
import { Panel } from "../../../parts/panel.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { FactList } from "../fact-list.tsx";
import { ObjectLink } from "../object-link.tsx";
import { VerdictLine } from "../verdict-line.tsx";
import { PodsPanel } from "./pods-panel.tsx";

/** What is it bound to, who mounts it, and why does it wait. */
export function ClaimAnswer({ detail }: { detail: ResourceDetail }) {
  const { object, related, events, row } = detail;
  const phase = textAt(object, "status", "phase");
  const volume = related.find(({ relation }) => relation === "binds");
  const storageClass = related.find(({ kind }) => kind === "StorageClass");
  const pods = related.filter(({ relation, kind }) => relation === "used-by" && kind === "Pod");
  const said = events.find(({ type }) => type === "Warning") ?? events[0];
  const modes = at(object, "spec", "accessModes");
  const health: Health = phase === "Lost" ? "failing" : "warning";
  return (
    <>
      {phase !== "Bound" && said && !row.reason.includes(said.message) && (
        <VerdictLine health={health} question={`${plainText(said.reason)}:`}>
          {plainText(said.message)}
        </VerdictLine>
      )}
      <Panel title={answerTexts.claim}>
        <FactList
          facts={[
            { name: answerTexts.phase, value: plainText(phase) },
            { name: answerTexts.volume, value: volume ? <ObjectLink object={volume} /> : answerTexts.none },
            {
              name: answerTexts.storageClass,
              value: storageClass ? <ObjectLink object={storageClass} /> : answerTexts.none,
            },
            {
              name: answerTexts.asked,
              value: plainText(textAt(object, "spec", "resources", "requests", "storage")),
            },
            { name: answerTexts.capacity, value: plainText(textAt(object, "status", "capacity", "storage")) },
            { name: answerTexts.modes, value: Array.isArray(modes) && plainText(modes.join(", ")) },
          ]}
        />
      </Panel>
      <PodsPanel title={answerTexts.mountedBy} pods={troubleFirst(pods)} />
    </>
  );
}
