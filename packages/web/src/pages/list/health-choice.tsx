import { Choice } from "../../parts/choice.tsx";
import { useSearch } from "../../place/use-search.ts";
import { filterTexts } from "../../texts/filters.ts";
import { healthsOf } from "./list-search.ts";

const options = [
  { value: "", name: filterTexts.all },
  { value: "failing,warning", name: filterTexts.trouble },
  { value: "failing", name: filterTexts.failing },
  { value: "warning", name: filterTexts.warning },
];

export function HealthChoice() {
  const [search, change] = useSearch();
  return (
    <Choice
      label={filterTexts.healthGroup}
      value={healthsOf(search)?.join(",") ?? ""}
      options={options}
      onChange={(health) => change({ health })}
    />
  );
}
