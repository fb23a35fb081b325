import type { ResourceFilter, ResourceRow } from "@kubin/schema";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { PlaceLink } from "../place/place-link.tsx";
import { countText } from "../plain/count-text.ts";
import { failureTexts } from "../texts/failures.ts";
import { foundTexts } from "../texts/found.ts";
import styles from "./found-objects.module.css";
import { HealthMark } from "./health-mark.tsx";
import { Name } from "./name.tsx";

interface FoundObjectsProps {
  /** What opens the list. */
  title: string;
  /** Objects that pass any of these. */
  filters: readonly ResourceFilter[];
}

const shownAtMost = 100;

/** A list of objects that is asked for when it is opened. */
export function FoundObjects({ title, filters }: FoundObjectsProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.found} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{title}</summary>
      {opened && <Found filters={filters} />}
    </details>
  );
}

function Found({ filters }: Pick<FoundObjectsProps, "filters">) {
  const { client, reader, snapshot } = useSnapshot();
  const answers = useQueries({
    queries: filters.map((filter) => ({
      queryKey: [reader, "content", snapshot.id, "found", filter],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        client.metadata.resources.query(
          { snapshotId: snapshot.id, filter, order: "health", limit: shownAtMost },
          { signal },
        ),
    })),
  });
  if (answers.some(({ error }) => error)) return <p className={styles.note}>{failureTexts.unknown}</p>;
  if (answers.some(({ data }) => !data)) return <p className={styles.note}>{foundTexts.loading}</p>;
  const rows = distinct(answers.flatMap(({ data }) => data?.items ?? []));
  const more = answers.reduce((sum, { data }) => sum + (data ? data.total - data.items.length : 0), 0);
  if (rows.length === 0) return <p className={styles.note}>{foundTexts.none}</p>;
  return (
    <ul className={styles.list}>
      {rows.map(({ group, kind, plural, namespace, name, health }) => (
        <li key={`${group}/${plural}/${namespace}/${name}`}>
          <HealthMark health={health} /> <span className={styles.note}>{kind}</span>{" "}
          <PlaceLink place={{ page: "object", group, plural, namespace, name }}>
            <Name text={namespace ? `${namespace}/${name}` : name} />
          </PlaceLink>
        </li>
      ))}
      {more > 0 && <li className={styles.note}>{foundTexts.more(countText(more))}</li>}
    </ul>
  );
}

function distinct(rows: readonly ResourceRow[]): ResourceRow[] {
  const known = new Map(rows.map((row) => [`${row.group}/${row.plural}/${row.namespace}/${row.name}`, row]));
  return [...known.values()];
}
