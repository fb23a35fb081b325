import { ActionIcon, Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconFilter, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { useState } from "react";
import { ScrollRegion } from "../../../parts/scroll-region.tsx";
import { recall, remember } from "../../../plain/remember.ts";
import { logTexts } from "../../../texts/logs.ts";
import styles from "./facet-frame.module.css";
import { FacetSheet } from "./facet-sheet.tsx";
import { Facets } from "./facets.tsx";

const key = "kubin-log-facets";

/** Where the facets stand: at the left, or behind a button where that is shut or the screen is narrow. */
export function FacetFrame({ query }: { query: string }) {
  const narrow = useMediaQuery("(max-width: 900px)", false, { getInitialValueInEffect: false }) ?? false;
  const [open, setOpen] = useState(() => recall(key) !== "shut");
  const [sheet, setSheet] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    remember(key, next ? "open" : "shut");
  };
  if (narrow)
    return (
      <div className={styles.narrow}>
        <Button
          leftSection={<IconFilter size={14} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => setSheet(true)}
        >
          {logTexts.facets}
        </Button>
        {sheet && <FacetSheet query={query} onClose={() => setSheet(false)} />}
      </div>
    );
  const label = open ? logTexts.shutFacets : logTexts.openFacets;
  const Icon = open ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
  const toggle = (
    <ActionIcon aria-label={label} title={label} aria-expanded={open} onClick={() => change(!open)}>
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
  return (
    <aside className={styles.frame} data-open={open} aria-label={logTexts.facets}>
      <div className={styles.head}>
        {open && <h2>{logTexts.facets}</h2>}
        {toggle}
      </div>
      {open && (
        <ScrollRegion className={styles.scroll} label={logTexts.facetList} remembered="facets">
          <Facets query={query} />
        </ScrollRegion>
      )}
    </aside>
  );
}
