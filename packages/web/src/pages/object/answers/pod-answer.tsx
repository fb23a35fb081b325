import type { ResourceDetail } from "@kubin/schema";
import { type PodHint, podHints } from "../../../object/pod-hints.ts";
import { Age } from "../../../parts/age.tsx";
import { HealthMark } from "../../../parts/health-mark.tsx";
import { Panel } from "../../../parts/panel.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { ContainersPanel } from "../containers-panel.tsx";
import { ObjectLink } from "../object-link.tsx";
import styles from "./answers.module.css";

/** Why is it not running: what others say of it, then its containers. */
export function PodAnswer({ detail }: { detail: ResourceDetail }) {
  const { health } = detail.row;
  const hints = health === "failing" || health === "warning" ? podHints(detail) : [];
  return (
    <>
      {hints.length > 0 && (
        <Panel flush title={answerTexts.hints}>
          <ul>
            {hints.map((hint) => (
              <li key={hint.key} className={styles.hint}>
                <Hint hint={hint} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <ContainersPanel detail={detail} />
    </>
  );
}

function Hint({ hint }: { hint: PodHint }) {
  const { health, about, object, text, count, at } = hint;
  return (
    <>
      <HealthMark health={health} />
      <span className={styles.words}>
        <span className={styles.about}>{plainText(about)}</span> {object && <ObjectLink object={object} />}{" "}
        {plainText(text)}
      </span>
      <span className={styles.aside}>
        {count !== undefined && count > 1 && `×${countText(count)} · `}
        <Age at={at} />
      </span>
    </>
  );
}
