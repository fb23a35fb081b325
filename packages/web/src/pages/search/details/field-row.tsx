import { isAskable } from "@kubin/logs";
import { IconColumnInsertRight, IconColumnRemove, IconMinus, IconPlus } from "@tabler/icons-react";
import { Name } from "../../../parts/name.tsx";
import { useSearch } from "../../../place/use-search.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { logTexts } from "../../../texts/logs.ts";
import { useTerm } from "../bar/use-term.ts";
import { columnsOf, toggledColumn } from "../hits/columns-of.ts";
import styles from "./details.module.css";
import { FieldAct } from "./field-act.tsx";

/** A line of a megabyte would stop the browser; all of it is copied by "Copy line". */
const shownLetters = 8_000;
/** What is longer is no value to ask for. */
const longestTerm = 500;

/** One field: its value, and what can be done with it. */
export function FieldRow({ name, value }: { name: string; value: string }) {
  const [search, change] = useSearch();
  const { state, toggle } = useTerm({ field: name, value });
  const isColumn = columnsOf(search).includes(name);
  const term = plainText(`${name}:${value.slice(0, 80)}`);
  return (
    <tr>
      <th scope="row">
        <Name text={name} />
      </th>
      <td className={styles.value}>
        <Name text={value.slice(0, shownLetters)} />
      </td>
      <td className={styles.acts}>
        {value !== "" && value.length <= longestTerm && isAskable(name) && (
          <>
            <FieldAct
              label={logTexts.include(term)}
              pressed={state === "wanted"}
              icon={IconPlus}
              onAct={() => toggle("wanted")}
            />
            <FieldAct
              label={logTexts.exclude(term)}
              pressed={state === "unwanted"}
              icon={IconMinus}
              onAct={() => toggle("unwanted")}
            />
          </>
        )}
        <FieldAct
          label={isColumn ? logTexts.takeColumnOut(name) : logTexts.asColumn(name)}
          pressed={isColumn}
          icon={isColumn ? IconColumnRemove : IconColumnInsertRight}
          onAct={() => change(toggledColumn(search, name))}
        />
      </td>
    </tr>
  );
}
