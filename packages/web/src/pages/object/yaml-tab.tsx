import type { ResourceDetail } from "@kubin/schema";
import { useMemo } from "react";
import { TextView } from "../../editor/text-view.tsx";
import { toYaml } from "../../editor/to-yaml.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { objectTexts } from "../../texts/object.ts";
import styles from "./yaml-tab.module.css";

/** The object as captured and redacted. */
export function YamlTab({ detail }: { detail: ResourceDetail }) {
  const text = useMemo(() => toYaml(detail.object), [detail.object]);
  return (
    <div className={styles.tab}>
      <div className={styles.tools}>
        <CopyButton label={objectTexts.copyYaml} text={() => text} />
      </div>
      <TextView text={text} label={objectTexts.yamlOf(detail.row.name)} language="yaml" />
    </div>
  );
}
