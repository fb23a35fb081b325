import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { Choice } from "../../parts/choice.tsx";
import { FilterInput } from "../../parts/filter-input.tsx";
import { useSearch } from "../../place/use-search.ts";
import { eventTexts } from "../../texts/events.ts";
import { useTimes } from "../../times/use-times.ts";
import { rangeOf } from "../overview/range-of.ts";

const types = [
  { value: "", name: eventTexts.all },
  { value: "Warning", name: eventTexts.warnings },
  { value: "Normal", name: eventTexts.normal },
];
const shapes = [
  { value: "", name: eventTexts.oneByOne },
  { value: "reason", name: eventTexts.byReason },
];

/** Which events, and whether one by one or by reason. */
export function EventFilters() {
  const [search, change] = useSearch();
  const times = useTimes();
  const range = rangeOf(search);
  return (
    <>
      {range && (
        <Button
          title={`${times.text(range.from, "seconds")} – ${times.text(range.to, "seconds")}`}
          aria-label={eventTexts.clearRange(times.clock(range.from).slice(0, 8), times.clock(range.to).slice(0, 8))}
          rightSection={<IconX size={13} aria-hidden />}
          onClick={() => change({ from: "", to: "" })}
        >
          {times.clock(range.from).slice(0, 8)} – {times.clock(range.to).slice(0, 8)}
        </Button>
      )}
      <Choice
        label={eventTexts.shapeGroup}
        value={search.by === "reason" ? "reason" : ""}
        options={shapes}
        onChange={(by) => change({ by })}
      />
      <Choice
        label={eventTexts.typeGroup}
        value={search.type ?? ""}
        options={types}
        onChange={(type) => change({ type })}
      />
      <FilterInput label={eventTexts.filter} />
    </>
  );
}
