import type { Overview } from "@kubin/schema";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useAnalytics } from "../../data/analytics-queries.ts";
import { Panel } from "../../parts/panel.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import { imageRows } from "../images/image-rows.ts";
import styles from "./inventory-panel.module.css";
import { VersionLine } from "./version-line.tsx";
import { versionsOf } from "./versions-of.ts";

/** What runs here, a line each: versions and whether they differ, images, certificates. Lines keep their room. */
export function InventoryPanel({ overview }: { overview: Overview }) {
  const analytics = useAnalytics();
  const images = useQuery(analytics.images());
  const certificates = useQuery(analytics.certificates());
  const { kubelets, runtimes, systems } = versionsOf(overview);
  const { kubernetesVersion } = overview.snapshot;
  return (
    <Panel title={overviewTexts.inventoryTitle}>
      <dl className={styles.list}>
        <dt>{overviewTexts.kubernetes}</dt>
        <dd>{kubernetesVersion ? plainText(kubernetesVersion) : overviewTexts.notTold}</dd>
        <VersionLine name={overviewTexts.kubelets} groups={kubelets} warnOfSkew />
        <VersionLine name={overviewTexts.runtimes} groups={runtimes} />
        <VersionLine name={overviewTexts.systems} groups={systems} />
        <dt>
          <PlaceLink place={{ page: "images" }}>{overviewTexts.images}</PlaceLink>
        </dt>
        <Answer query={images}>
          {({ items, total }) => {
            const several = new Set(imageRows(items).flatMap((row) => (row.versions > 1 ? [row.repository] : []))).size;
            return `${countText(total)}, ${overviewTexts.imagesInVersions(several, countText(several))}`;
          }}
        </Answer>
        <dt>
          <PlaceLink place={{ page: "certificates" }}>{overviewTexts.certificates}</PlaceLink>
        </dt>
        <Answer query={certificates}>
          {({ total, expired, soon }) =>
            total === 0
              ? overviewTexts.noCertificates
              : overviewTexts.certificateLine({ total: countText(total), expired, soon })
          }
        </Answer>
        <dt>
          <PlaceLink place={{ page: "helm" }}>{overviewTexts.helm}</PlaceLink>
        </dt>
        <dd>{overviewTexts.helmReleases}</dd>
      </dl>
    </Panel>
  );
}

function Answer<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <dd>{children(query.data)}</dd>;
  return <dd className={styles.coming}>{query.error ? overviewTexts.unanswered : "…"}</dd>;
}
