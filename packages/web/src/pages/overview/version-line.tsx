import { IconAlertTriangleFilled } from "@tabler/icons-react";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import styles from "./inventory-panel.module.css";
import type { VersionGroup } from "./versions-of.ts";

interface VersionLineProps {
  name: string;
  groups: readonly VersionGroup[];
  /** Several versions are trouble, not only a fact. */
  warnOfSkew?: boolean;
}

const shownAtMost = 4;

/** The versions of one thing on the nodes; how many nodes each where there are several. */
export function VersionLine({ name, groups, warnOfSkew = false }: VersionLineProps) {
  const shown = groups.slice(0, shownAtMost);
  const skewed = warnOfSkew && groups.length > 1;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {groups.length === 0 && <span className={styles.coming}>{overviewTexts.notTold}</span>}
        {shown.map(({ version, nodes }) => (
          <span key={version} className={styles.version}>
            {groups.length === 1 ? plainText(version) : overviewTexts.onNodes(plainText(version), countText(nodes))}
          </span>
        ))}
        {skewed && (
          <span className={styles.skew}>
            <IconAlertTriangleFilled size={13} aria-hidden /> {overviewTexts.skew(groups.length)}
          </span>
        )}
      </dd>
    </>
  );
}
