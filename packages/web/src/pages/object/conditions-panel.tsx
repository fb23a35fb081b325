import { conditionsOf } from "../../object/conditions-of.ts";
import type { Json } from "../../object/read-json.ts";
import { Age } from "../../parts/age.tsx";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Panel } from "../../parts/panel.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts } from "../../texts/object.ts";

/** `status.conditions`; nothing where the object has none. */
export function ConditionsPanel({ object }: { object: Json }) {
  const conditions = conditionsOf(object);
  if (conditions.length === 0) return null;
  return (
    <Panel flush title={objectTexts.conditions}>
      <SmallTable
        label={objectTexts.conditions}
        columns={[
          { name: objectTexts.condition },
          { name: objectTexts.status },
          { name: objectTexts.reason },
          { name: objectTexts.message },
          { name: objectTexts.since, align: "right" },
        ]}
        rows={conditions.map((condition, at) => ({
          key: `${at} ${condition.type}`,
          cells: [
            <span key="type">
              <HealthMark health={condition.health} /> {plainText(condition.type)}
            </span>,
            condition.status,
            plainText(condition.reason),
            plainText(condition.message),
            <Age key="since" at={condition.since} />,
          ],
        }))}
      />
    </Panel>
  );
}
