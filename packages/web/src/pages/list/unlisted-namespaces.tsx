import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { Name } from "../../parts/name.tsx";
import styles from "../../parts/namespace-remark.module.css";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { listTexts } from "../../texts/lists.ts";
import type { KindRow } from "./rows/kind-row.ts";

const namedAtMost = 8;

/** Beside the list of namespaces: those that hold something and were not captured themselves. The overview counts them. */
export function UnlistedNamespaces({ rows }: { rows: readonly KindRow[] }) {
  const { data = [] } = useQuery(useQuestions().namespaces());
  const listed = new Set(rows.map(({ name }) => name));
  const unlisted = data.filter((name) => !listed.has(name));
  if (unlisted.length === 0) return null;
  const more = unlisted.length - namedAtMost;
  return (
    <p className={styles.remark}>
      {listTexts.unlisted(countText(unlisted.length), unlisted.length)}{" "}
      {unlisted.slice(0, namedAtMost).map((name, at) => (
        <span key={name}>
          {at > 0 && ", "}
          <PlaceLink place={{ page: "overview", search: { ns: name } }}>
            <Name text={name} />
          </PlaceLink>
        </span>
      ))}
      {more > 0 && `, ${listTexts.moreUnlisted(countText(more))}`}
    </p>
  );
}
