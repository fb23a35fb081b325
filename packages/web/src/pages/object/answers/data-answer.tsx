import type { ResourceDetail } from "@kubin/schema";
import { dataKeys } from "../../../object/data-keys.ts";
import { Panel } from "../../../parts/panel.tsx";
import { SmallTable } from "../../../parts/small-table.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { sizeText } from "../../../plain/size-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { LongText } from "../long-text.tsx";
import styles from "./answers.module.css";
import { UsersPanel } from "./users-panel.tsx";

const shownAtMost = 200;

/** What is in it, and who uses it. Values of Secrets were taken out: their marks stand for them. */
export function DataAnswer({ detail }: { detail: ResourceDetail }) {
  const keys = dataKeys(detail.object);
  const more = keys.length - shownAtMost;
  return (
    <>
      <Panel flush title={answerTexts.keys} aside={countText(keys.length)}>
        {keys.length === 0 ? (
          <p className={styles.note}>{answerTexts.noKeys}</p>
        ) : (
          <SmallTable
            label={answerTexts.keys}
            columns={[
              { name: answerTexts.key },
              { name: answerTexts.size, align: "right" },
              { name: answerTexts.value },
            ]}
            rows={keys.slice(0, shownAtMost).map(({ name, value, bytes }, index) => ({
              key: `${index} ${name}`,
              cells: [
                plainText(name),
                bytes !== undefined && sizeText(bytes),
                <div key="value" className={styles.value}>
                  <LongText text={value} />
                </div>,
              ],
            }))}
          />
        )}
        {more > 0 && <p className={styles.note}>{answerTexts.moreKeys(countText(more))}</p>}
      </Panel>
      <UsersPanel detail={detail} />
    </>
  );
}
