import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useQuestions } from "../../../data/use-questions.ts";
import { Asked } from "../../../parts/asked.tsx";
import { useSearch } from "../../../place/use-search.ts";
import { logTexts } from "../../../texts/logs.ts";
import { Facet } from "./facet.tsx";
import { chosenFacets, fixedFacets } from "./facet-fields.ts";
import styles from "./facets.module.css";
import { MoreFields } from "./more-fields.tsx";

const few = 10;
const many = 100;

/** Fields of the lines that match with their most frequent values: one click asks for one, or for all but it. */
export function Facets({ query }: { query: string }) {
  const [search] = useSearch();
  const [long, setLong] = useState(false);
  const chosen = useMemo(() => chosenFacets(search), [search]);
  const questions = useQuestions();
  const answer = useQuery(questions.facets(query, [...fixedFacets, ...chosen], long ? many : few));
  return (
    <div className={styles.facets} data-stale={answer.isPlaceholderData} aria-busy={answer.isPlaceholderData}>
      <Asked query={answer}>
        {({ facets, incomplete, lines }) => (
          <>
            {incomplete && (
              <p className={styles.incomplete}>
                {logTexts.incomplete} {incomplete}
              </p>
            )}
            {lines === 0 && <p className={styles.nothing}>{logTexts.nothingToCount}</p>}
            {facets.map((facet) => (
              <Facet
                key={facet.field}
                {...facet}
                removable={chosen.includes(facet.field)}
                few={few}
                onLong={() => setLong(true)}
              />
            ))}
          </>
        )}
      </Asked>
      <MoreFields query={query} />
    </div>
  );
}
