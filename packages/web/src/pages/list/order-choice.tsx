import { Choice } from "../../parts/choice.tsx";
import { useSearch } from "../../place/use-search.ts";
import { filterTexts } from "../../texts/filters.ts";
import { listOrderOf } from "./list-search.ts";
import styles from "./order-choice.module.css";

const options = [
  { value: "health", name: filterTexts.failingFirst },
  { value: "name", name: filterTexts.byName },
];

export function OrderChoice() {
  const [search, change] = useSearch();
  return (
    <span className={styles.order}>
      <Choice
        label={filterTexts.orderGroup}
        value={listOrderOf(search)}
        options={options}
        onChange={(order) => change({ order: order === "name" ? order : "" })}
      />
    </span>
  );
}
