import { ActionIcon, Button } from "@mantine/core";
import { IconArrowsMaximize, IconArrowsMinimize, IconHistory, IconX } from "@tabler/icons-react";
import type { ReactNode, Ref } from "react";
import { Name } from "../parts/name.tsx";
import type { ObjectRef } from "../place/object-ref.ts";
import { PlaceLink } from "../place/place-link.tsx";
import { useSearch } from "../place/use-search.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { useTimeZone } from "../times/time-zone.ts";
import styles from "./drawer-head.module.css";
import { FilterField } from "./filter-field.tsx";
import { LevelPicker } from "./level-picker.tsx";
import { RangeMark } from "./range-mark.tsx";
import type { useChoice } from "./use-choice.ts";

interface DrawerHeadProps {
  target: ObjectRef;
  chosen: ReturnType<typeof useChoice>;
  broken: boolean;
  filter: Ref<HTMLInputElement>;
  onClose: () => void;
  /** Of pods and containers. */
  pickers?: ReactNode;
  menu?: ReactNode;
}

/** The line above the logs: whose they are, which of them, and what is left out. */
export function DrawerHead({ target, chosen, broken, filter, onClose, pickers, menu }: DrawerHeadProps) {
  const [choice, set] = chosen;
  const isPrevious = choice.runs === "previous";
  const [{ logbig }, change] = useSearch();
  const zone = useTimeZone();
  const Size = logbig === "1" ? IconArrowsMinimize : IconArrowsMaximize;
  const sizeLabel = logbig === "1" ? logsDrawerTexts.restore : logsDrawerTexts.maximise;
  const name = target.namespace ? `${target.namespace}/${target.name}` : target.name;
  return (
    <div className={styles.head}>
      <h2 className={styles.title} title={name}>
        {logsDrawerTexts.title}{" "}
        <PlaceLink place={{ page: "object", ...target }}>
          <Name text={target.name} />
        </PlaceLink>
      </h2>
      {pickers}
      <Button
        variant={isPrevious ? "light" : "default"}
        aria-pressed={isPrevious}
        title={logsDrawerTexts.previousHint}
        className={styles.previous}
        aria-label={logsDrawerTexts.previous}
        onClick={() => set({ runs: isPrevious ? "current" : "previous" })}
      >
        <IconHistory size={14} aria-hidden />
        <span className={styles.word}>{logsDrawerTexts.previous}</span>
      </Button>
      <FilterField
        // By another clock what stands in it would mean another time.
        key={zone}
        ref={filter}
        value={choice.filter}
        broken={broken}
        onChange={(text) => set({ filter: text })}
      />
      <LevelPicker level={choice.level} onChange={(level) => set({ level })} />
      {choice.range && <RangeMark range={choice.range} onClear={() => set({ range: undefined })} />}
      {menu}
      <div className={styles.end}>
        <ActionIcon
          aria-label={sizeLabel}
          title={sizeLabel}
          visibleFrom="sm"
          onClick={() => change({ logbig: logbig === "1" ? "" : "1" })}
        >
          <Size size={15} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={logsDrawerTexts.close} title={logsDrawerTexts.close} onClick={onClose}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  );
}
