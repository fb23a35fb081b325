import type { ResourceDetail } from "@kubin/schema";
import { routeRules } from "../../../object/ingress-rules.ts";
import { recordsAt, textAt } from "../../../object/read-json.ts";
import { Panel } from "../../../parts/panel.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { FactList } from "../fact-list.tsx";
import { RulesPanel } from "./rules-panel.tsx";

/** Where does its host lead, is anybody there, and did a router take it. */
export function RouteAnswer({ detail }: { detail: ResourceDetail }) {
  const { object, related } = detail;
  const routers = recordsAt(object, "status", "ingress").map((router) => {
    const admitted = recordsAt(router, "conditions").find((one) => textAt(one, "type") === "Admitted");
    const state = textAt(admitted, "status") === "True" ? answerTexts.admitted : answerTexts.rejected;
    const why = textAt(admitted, "message") || textAt(admitted, "reason");
    return { name: textAt(router, "routerName"), words: [state, why].filter(Boolean).join(": ") };
  });
  return (
    <>
      <RulesPanel rules={routeRules(object)} related={related} />
      <Panel title={answerTexts.entry}>
        <FactList
          facts={[
            ...routers.map(({ name, words }, index) => ({
              key: `router ${index}`,
              name: answerTexts.router(plainText(name)),
              value: plainText(words),
            })),
            {
              name: answerTexts.tls,
              value: plainText(textAt(object, "spec", "tls", "termination")) || answerTexts.noTls,
            },
            {
              name: answerTexts.insecure,
              value: plainText(textAt(object, "spec", "tls", "insecureEdgeTerminationPolicy")),
            },
          ]}
        />
      </Panel>
    </>
  );
}
