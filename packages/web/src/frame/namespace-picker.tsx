import { IconChevronDown, IconStack2 } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { useKeys } from "../keys/use-keys.ts";
import { HeldInput } from "../parts/held-input.tsx";
import { PopPanel } from "../parts/pop-panel.tsx";
import { namespacesOf } from "../place/namespaces-of.ts";
import { useSearch } from "../place/use-search.ts";
import { filterTexts } from "../texts/filters.ts";
import styles from "./namespace-picker.module.css";
import { frameParts } from "./parts.ts";

/** Chooses the namespaces of all pages into `?ns=`; none chosen means all. */
export function NamespacePicker({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  const [search, change] = useSearch();
  const chosen = namespacesOf(search) ?? [];
  const name = namesText(chosen);
  // Kept for the choices while their code is on its way.
  const [typed, setTyped] = useState("");
  const show = () => onOpen(true);
  useKeys({ N: show });
  return (
    <PopPanel
      label={filterTexts.namespaces}
      align="end"
      className={styles.picker}
      buttonLabel={filterTexts.namespacesChosen(name)}
      title={chosen.length > 1 ? chosen.join("\n") : filterTexts.chooseNamespaces}
      open={open}
      onOpen={(opens) => {
        // What was held is for this opening alone.
        setTyped("");
        onOpen(opens);
      }}
      button={
        <span className={styles.button} data-chosen={chosen.length > 0}>
          <IconStack2 size={15} aria-hidden />
          <bdi className={styles.name}>{name}</bdi>
          {chosen.length > 0 && <span className={styles.count}>{chosen.length}</span>}
          <IconChevronDown className={styles.chevron} size={13} aria-hidden />
        </span>
      }
    >
      <div className={styles.choices}>
        <Suspense fallback={<HeldInput label={filterTexts.findNamespace} text={typed} onText={setTyped} />}>
          <frameParts.namespaceChoices
            begin={typed}
            chosen={chosen}
            onChange={(names) => change({ ns: names.join(",") }, { push: true })}
          />
        </Suspense>
      </div>
    </PopPanel>
  );
}

function namesText(chosen: readonly string[]): string {
  if (chosen.length === 0) return filterTexts.allNamespaces;
  return chosen.length === 1 ? (chosen[0] ?? "") : filterTexts.someNamespaces(chosen.length);
}
