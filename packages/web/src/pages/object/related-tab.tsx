import type { RelatedObject, ResourceDetail } from "@kubin/schema";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { Panel } from "../../parts/panel.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts, relationTitles } from "../../texts/object.ts";
import styles from "./related-tab.module.css";

/** What owns it, what it owns, selects, uses and runs on. */
export function RelatedTab({ detail }: { detail: ResourceDetail }) {
  const groups = new Map<RelatedObject["relation"], RelatedObject[]>();
  for (const one of detail.related) groups.set(one.relation, [...(groups.get(one.relation) ?? []), one]);
  if (groups.size === 0) return <Notice title={objectTexts.noRelated}>{objectTexts.noRelatedWhy}</Notice>;
  return (
    <PageScroll>
      <div className={styles.groups}>
        {[...groups].map(([relation, objects]) => (
          <Panel key={relation} flush title={relationTitles[relation]} aside={countText(objects.length)}>
            <ul>
              {objects.map((one) => (
                <li key={`${one.kind}/${one.namespace}/${one.name}`} className={styles.row}>
                  <Related object={one} />
                </li>
              ))}
            </ul>
          </Panel>
        ))}
      </div>
    </PageScroll>
  );
}

function Related({ object }: { object: RelatedObject }) {
  const { group, plural, namespace, name, kind, captured, health, reason } = object;
  return (
    <>
      {captured ? <HealthMark health={health} /> : <span className={styles.space} />}
      <span className={styles.kind}>{kind}</span>
      {captured ? (
        <PlaceLink place={{ page: "object", group, plural, namespace, name }}>
          <Name text={namespace ? `${namespace}/${name}` : name} />
        </PlaceLink>
      ) : (
        <span>
          <Name text={namespace ? `${namespace}/${name}` : name} />{" "}
          <span className={styles.aside}>({objectTexts.notCaptured})</span>
        </span>
      )}
      {reason && <span className={styles.aside}>{plainText(reason)}</span>}
    </>
  );
}
