import type { ResourceDetail } from "@kubin/schema";
import { useLayoutEffect, useRef } from "react";
import { objectTabs } from "../../place/place.ts";
import { PlaceLink } from "../../place/place-link.tsx";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { objectTexts, tabNames } from "../../texts/object.ts";
import styles from "./object-tabs.module.css";
import { tabOf } from "./tab-of.ts";

/** The tabs are links: each has its address, opens in a new window, and stays in the history. */
export function ObjectTabs({ detail }: { detail: ResourceDetail }) {
  const [search] = useSearch();
  const current = tabOf(search);
  const { group, plural, namespace, name } = detail.row;
  const tabs = useRef<HTMLElement>(null);
  // On a phone not all have room: the one that is open is in view, however it was come to, also once counts have come.
  useLayoutEffect(() => {
    const open = tabs.current?.querySelector<HTMLElement>(`:scope > :nth-child(${objectTabs.indexOf(current) + 1})`);
    if (tabs.current && open) tabs.current.scrollLeft = open.offsetLeft + open.offsetWidth - tabs.current.clientWidth;
  });
  const counts: Partial<Record<string, number>> = { events: detail.events.length, related: detail.related.length };
  return (
    <nav ref={tabs} className={styles.tabs} aria-label={objectTexts.tabs}>
      {objectTabs.map((tab) => (
        <PlaceLink
          key={tab}
          className={tab === current ? `${styles.tab} ${styles.current}` : styles.tab}
          place={{ page: "object", group, plural, namespace, name, search: { tab: tab === "summary" ? "" : tab } }}
          current={tab === current ? "page" : "none"}
        >
          {tabNames[tab]}
          {counts[tab] !== undefined && counts[tab] > 0 && (
            <span className={styles.count}>{countText(counts[tab])}</span>
          )}
        </PlaceLink>
      ))}
    </nav>
  );
}
