import type { ResourceDetail } from "@kubin/schema";
import { at, recordsAt, textAt } from "../../../object/read-json.ts";
import { troubleFirst } from "../../../object/trouble-first.ts";
import { Panel } from "../../../parts/panel.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { ConditionsPanel } from "../conditions-panel.tsx";
import { FactList } from "../fact-list.tsx";
import { NodeRoom } from "./node-room.tsx";
import { PodsPanel } from "./pods-panel.tsx";

/** Can it take pods, how full is it, and who is on it. */
export function NodeAnswer({ detail }: { detail: ResourceDetail }) {
  const { object, related, row } = detail;
  const info = (name: string) => plainText(textAt(object, "status", "nodeInfo", name));
  const taints = recordsAt(object, "spec", "taints").map((taint) => {
    const value = textAt(taint, "value");
    return `${textAt(taint, "key")}${value ? `=${value}` : ""}:${textAt(taint, "effect")}`;
  });
  const addresses = recordsAt(object, "status", "addresses").map(
    (one) => `${textAt(one, "type")} ${textAt(one, "address")}`,
  );
  const pods = related.filter(({ kind, relation }) => kind === "Pod" && relation === "used-by");
  const over = pods.filter(({ amounts }) => amounts === undefined).length;
  return (
    <>
      <ConditionsPanel object={object} />
      <NodeRoom name={row.name} />
      <Panel title={answerTexts.node}>
        <FactList
          facts={[
            {
              name: answerTexts.scheduling,
              value: at(object, "spec", "unschedulable") === true ? answerTexts.cordoned : answerTexts.takesPods,
            },
            {
              name: answerTexts.taints,
              value: taints.length > 0 ? plainText(taints.join(", ")) : answerTexts.none,
            },
            {
              name: answerTexts.addresses,
              value: plainText(addresses.join(", ")),
            },
            { name: answerTexts.kubelet, value: info("kubeletVersion") },
            { name: answerTexts.runtime, value: info("containerRuntimeVersion") },
            { name: answerTexts.os, value: info("osImage") },
            { name: answerTexts.kernel, value: info("kernelVersion") },
            { name: answerTexts.arch, value: info("architecture") },
          ]}
        />
      </Panel>
      <PodsPanel
        anywhere
        title={answerTexts.podsOnIt}
        aside={answerTexts.podsAndOver(countText(pods.length), over > 0 ? countText(over) : "")}
        pods={troubleFirst(pods)}
      />
    </>
  );
}
