import type { ResourceDetail } from "@kubin/schema";
import { troubleFirst } from "../../../object/trouble-first.ts";
import { Panel } from "../../../parts/panel.tsx";
import { answerTexts } from "../../../texts/answers.ts";
import { RelatedPanel } from "../related-panel.tsx";
import styles from "./answers.module.css";

/** Who uses it; that nobody does is news too. */
export function UsersPanel({ detail }: { detail: ResourceDetail }) {
  const users = detail.related.filter(({ relation }) => relation === "used-by");
  if (users.length > 0)
    return <RelatedPanel group={{ key: "used-by", objects: troubleFirst(users) }} home={detail.row.namespace} />;
  return (
    <Panel flush title={answerTexts.usedBy}>
      <p className={styles.note}>{answerTexts.usedByNobody}</p>
    </Panel>
  );
}
