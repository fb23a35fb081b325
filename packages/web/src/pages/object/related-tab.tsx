import type { ResourceDetail } from "@kubin/schema";
import { relatedGroups } from "../../object/related-groups.ts";
import { Notice } from "../../parts/notice.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { useSearch } from "../../place/use-search.ts";
import { objectTexts } from "../../texts/object.ts";
import { RelatedPanel } from "./related-panel.tsx";
import styles from "./related-tab.module.css";

/** What owns it, what it owns, selects, mounts, uses and runs on; with `?tab=used-by` only who uses it. */
export function RelatedTab({ detail }: { detail: ResourceDetail }) {
  const [search] = useSearch();
  const { group, plural, namespace, name } = detail.row;
  const onlyUsers = search.tab === "used-by";
  const groups = relatedGroups(detail).filter(({ key }) => !onlyUsers || key === "used-by" || key === "selected-by");
  const whole = (
    <PlaceLink place={{ page: "object", group, plural, namespace, name, search: { tab: "related" } }} current="none">
      {objectTexts.showAllRelated}
    </PlaceLink>
  );
  if (groups.length === 0) {
    return onlyUsers ? (
      <Notice title={objectTexts.notUsed} actions={whole}>
        {objectTexts.notUsedWhy}
      </Notice>
    ) : (
      <Notice title={objectTexts.noRelated}>{objectTexts.noRelatedWhy}</Notice>
    );
  }
  return (
    <PageScroll>
      <div className={styles.groups}>
        {onlyUsers && (
          <p className={styles.filter}>
            {objectTexts.onlyUsedBy} · {whole}
          </p>
        )}
        {groups.map((one) => (
          <RelatedPanel key={one.key} group={one} home={namespace} />
        ))}
      </div>
    </PageScroll>
  );
}
