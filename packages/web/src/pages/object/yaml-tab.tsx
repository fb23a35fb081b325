import type { ResourceDetail } from "@kubin/schema";
import { Switch } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { type TextFinder, TextView } from "../../editor/text-view.tsx";
import { toYaml } from "../../editor/to-yaml.ts";
import { withoutManagedFields } from "../../object/without-managed-fields.ts";
import { objectTexts } from "../../texts/object.ts";
import { TextTools } from "./text-tools.tsx";
import { useReferenceLinks } from "./use-reference-links.ts";
import styles from "./yaml-tab.module.css";

/** The object as captured and redacted; names of captured objects in it are links. */
export function YamlTab({ detail }: { detail: ResourceDetail }) {
  const [all, setAll] = useState(false);
  const finder = useRef<TextFinder>(null);
  const { row, object, related } = detail;
  const short = useMemo(() => withoutManagedFields(object), [object]);
  const text = useMemo(() => toYaml(all ? object : short), [all, object, short]);
  const { links, follow } = useReferenceLinks(text, related);
  return (
    <div className={styles.tab}>
      <TextTools
        onFind={() => finder.current?.find()}
        copy={objectTexts.copyYaml}
        text={text}
        file={`${row.kind.toLowerCase()}-${row.name}.yaml`}
      >
        {short !== object && (
          <Switch
            size="xs"
            label={objectTexts.managedFields}
            checked={all}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
        )}
      </TextTools>
      <TextView
        ref={finder}
        text={text}
        label={objectTexts.yamlOf(row.name)}
        language="yaml"
        links={links}
        onFollow={follow}
      />
    </div>
  );
}
