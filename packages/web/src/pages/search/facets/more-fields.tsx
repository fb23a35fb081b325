import { Checkbox, CloseButton, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useQuestions } from "../../../data/use-questions.ts";
import { Asked } from "../../../parts/asked.tsx";
import { Name } from "../../../parts/name.tsx";
import { PopPanel } from "../../../parts/pop-panel.tsx";
import { SkeletonLines } from "../../../parts/skeleton-lines.tsx";
import { useSearch } from "../../../place/use-search.ts";
import { countText } from "../../../plain/count-text.ts";
import { filterTexts } from "../../../texts/filters.ts";
import { logTexts } from "../../../texts/logs.ts";
import { chosenFacets, toggledFacet } from "./facet-fields.ts";
import styles from "./facets.module.css";

const shownAtMost = 200;

/** Every attribute that lines of the search have, to be counted beside the others. */
export function MoreFields({ query }: { query: string }) {
  const [open, setOpen] = useState(false);
  return (
    <PopPanel
      label={logTexts.moreFields}
      button={logTexts.moreFields}
      className={styles.moreFields}
      open={open}
      onOpen={setOpen}
    >
      {open && <FieldList query={query} />}
    </PopPanel>
  );
}

function FieldList({ query }: { query: string }) {
  const [search, change] = useSearch();
  const [typed, setTyped] = useState("");
  const chosen = chosenFacets(search);
  const answer = useQuery(useQuestions().logFields(query));
  return (
    <div className={styles.fieldList}>
      <TextInput
        data-autofocus
        aria-label={logTexts.findField}
        placeholder={logTexts.findField}
        value={typed}
        rightSection={typed && <CloseButton size="xs" aria-label={filterTexts.clear} onClick={() => setTyped("")} />}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Asked query={answer} waiting={<SkeletonLines count={4} />}>
        {({ fields }) => {
          const found = fields.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
          return found.length === 0 ? (
            <p className={styles.note}>{fields.length === 0 ? logTexts.noFields : logTexts.noFieldFound}</p>
          ) : (
            found.slice(0, shownAtMost).map(({ name, lines }) => (
              <Checkbox
                key={name}
                size="xs"
                checked={chosen.includes(name)}
                onChange={() => change(toggledFacet(search, name))}
                label={
                  <>
                    <Name text={name} /> <span className={styles.aside}>{countText(lines)}</span>
                  </>
                }
              />
            ))
          );
        }}
      </Asked>
    </div>
  );
}
