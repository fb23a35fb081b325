import type { ResourceDetail } from "@kubin/schema";
import type { ReactNode } from "react";
import { podTrouble } from "../../object/pod-trouble.ts";
import { podsOf } from "../../object/pods-of.ts";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import type { ObjectRef } from "../../place/object-ref.ts";
import { PlaceLink } from "../../place/place-link.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts } from "../../texts/object.ts";
import { judgesItself, runsPods } from "./answers/answer-of.tsx";
import { CopyMark } from "./copy-mark.tsx";
import styles from "./object-head.module.css";

interface ObjectHeadProps {
  target: ObjectRef;
  detail: ResourceDetail | undefined;
  /** Buttons at the end of the first line. */
  tools?: ReactNode;
}

/** Where one is: kind and namespace, which lead back to lists, and the name on a line of its own. */
export function ObjectHead({ target, detail, tools }: ObjectHeadProps) {
  const { group, plural, namespace, name } = target;
  const health = detail?.row.health;
  const isTold = detail && health !== "unknown" && (health !== "ok" || mayBeCalledOk(detail));
  return (
    <header className={styles.head}>
      <div className={styles.way}>
        <PlaceLink place={{ page: "list", group, plural }}>{detail?.row.kind ?? plural}</PlaceLink>
        {namespace && (
          <>
            <span aria-hidden>/</span>
            <PlaceLink place={{ page: "list", group, plural, search: { ns: namespace } }}>
              <Name text={namespace} />
            </PlaceLink>
          </>
        )}
      </div>
      {tools && <div className={styles.tools}>{tools}</div>}
      <div className={styles.line}>
        <h1 title={name}>
          <LongName name={name} />
        </h1>
        <CopyMark label={objectTexts.copyName} text={plainText(name)} />
        {isTold && health && (
          <span className={styles.health}>
            <HealthMark health={health} word />
          </span>
        )}
      </div>
    </header>
  );
}

/** Not where others judge it, and not above the line that says what its pods suffer from. */
function mayBeCalledOk({ row, related }: ResourceDetail): boolean {
  return judgesItself(row) && !(runsPods(row) && podTrouble(podsOf(related)).length > 0);
}

/** Names of one workload differ at their end, so the middle is what gives way. */
const keptEnd = 14;

function LongName({ name }: { name: string }) {
  if (name.length < 3 * keptEnd || name.includes("‹")) return <Name text={name} />;
  return (
    <span className={styles.long}>
      <span className={styles.start}>{<Name text={name.slice(0, -keptEnd)} />}</span>
      <span className={styles.end}>
        <Name text={name.slice(-keptEnd)} />
      </span>
    </span>
  );
}
