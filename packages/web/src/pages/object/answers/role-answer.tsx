import type { ResourceDetail } from "@kubin/schema";
import { policyRules } from "../../../object/policy-rules.ts";
import { Panel } from "../../../parts/panel.tsx";
import { PlaceLink } from "../../../place/place-link.tsx";
import { countText } from "../../../plain/count-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { HoldersPanel } from "./holders-panel.tsx";
import { PolicyTable } from "./policy-table.tsx";

/** What does it allow, and who has it. */
export function RoleAnswer({ detail }: { detail: ResourceDetail }) {
  const rules = policyRules(detail.object);
  return (
    <>
      <Panel
        flush
        title={answerTexts.policy}
        aside={
          <>
            {countText(rules.length)} · <PlaceLink place={{ page: "who-can" }}>{answerTexts.whoCan}</PlaceLink>
          </>
        }
      >
        <PolicyTable rules={rules} />
      </Panel>
      <HoldersPanel detail={detail} />
    </>
  );
}
