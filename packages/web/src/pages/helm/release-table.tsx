import type { ResourceFilter } from "@kubin/schema";
import { Age } from "../../parts/age.tsx";
import { FoundObjects } from "../../parts/found-objects.tsx";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { helmTexts } from "../../texts/helm.ts";
import { helmHealth } from "./helm-health.ts";
import styles from "./helm-page.module.css";
import type { HelmRelease, HelmRevision } from "./helm-releases.ts";

/** Releases with their newest revision; the earlier ones are folded below. */
export function ReleaseTable({ releases }: { releases: readonly HelmRelease[] }) {
  return (
    <SmallTable
      label={helmTexts.releases}
      columns={[
        { name: helmTexts.release },
        { name: helmTexts.namespace },
        { name: helmTexts.status },
        { name: helmTexts.revision, align: "right" },
        { name: helmTexts.updated, align: "right" },
        { name: helmTexts.storedIn },
        { name: helmTexts.managed },
      ]}
      rows={releases.map((release) => ({
        key: `${release.namespace}/${release.name}`,
        cells: [
          <b key="name">
            <Name text={release.name} />
          </b>,
          <Name key="namespace" text={release.namespace} />,
          <Status key="status" status={release.newest.status} />,
          countText(release.newest.revision),
          <Age key="updated" at={release.newest.updatedAt} />,
          <Stored key="stored" release={release} />,
          <FoundObjects key="objects" title={helmTexts.objects} filters={managedBy(release)} />,
        ],
      }))}
    />
  );
}

/** By the labels that charts give by convention, and by the annotation that Helm 3 writes itself (a line of its own). */
function managedBy({ name, namespace }: HelmRelease): ResourceFilter[] {
  const labelled = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/.test(name);
  return [
    { text: `meta.helm.sh/release-name=${name}\n`.toLowerCase(), namespaces: [namespace] },
    ...(labelled
      ? [
          {
            selector: `app.kubernetes.io/managed-by=Helm,app.kubernetes.io/instance=${name}`,
            namespaces: [namespace],
          },
        ]
      : []),
  ];
}

function Status({ status }: { status: string }) {
  return (
    <span className={styles.status}>
      <HealthMark health={helmHealth(status)} /> {plainText(status)}
    </span>
  );
}

function Stored({ release: { newest, earlier } }: { release: HelmRelease }) {
  return (
    <>
      <StoredLink revision={newest} />
      {earlier.length > 0 && (
        <details className={styles.history}>
          <summary>{helmTexts.history(earlier.length, countText(earlier.length))}</summary>
          <ul>
            {earlier.map((revision) => (
              <li key={`${revision.object.kind}/${revision.object.name}`}>
                <span className={styles.number}>{countText(revision.revision)}</span>
                <Status status={revision.status} />
                <span className={styles.number}>
                  <Age at={revision.updatedAt} />
                </span>
                <StoredLink revision={revision} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function StoredLink({ revision: { object } }: { revision: HelmRevision }) {
  const { group, plural, namespace, name } = object;
  return (
    <span className={styles.stored}>
      {object.kind}{" "}
      <PlaceLink place={{ page: "object", group, plural, namespace, name }}>
        <Name text={name} />
      </PlaceLink>
    </span>
  );
}
