import { describeText } from "@kubin/kubernetes";
import type { ResourceDetail } from "@kubin/schema";
import { useMemo, useRef } from "react";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { type TextFinder, TextView } from "../../editor/text-view.tsx";
import { objectTexts } from "../../texts/object.ts";
import { asOf } from "../../times/as-of.ts";
import { TextTools } from "./text-tools.tsx";
import styles from "./yaml-tab.module.css";

/** The object as `kubectl describe` prints it, with ages as of the capture. */
export function DescribeTab({ detail }: { detail: ResourceDetail }) {
  const { snapshot } = useSnapshot();
  const captured = asOf(snapshot);
  const finder = useRef<TextFinder>(null);
  const { row, object, events, related } = detail;
  const text = useMemo(
    () => describeText({ object, events, related, asOf: captured }),
    [object, events, related, captured],
  );
  return (
    <div className={styles.tab}>
      <TextTools
        onFind={() => finder.current?.find()}
        copy={objectTexts.copyDescribe}
        text={text}
        file={`${row.kind.toLowerCase()}-${row.name}.txt`}
      />
      <TextView ref={finder} text={text} label={objectTexts.describeOf(row.name)} language="none" />
    </div>
  );
}
