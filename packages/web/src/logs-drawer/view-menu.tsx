import { Checkbox } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { Choice } from "../parts/choice.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { PopPanel } from "../parts/pop-panel.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import styles from "./drawer-head.module.css";
import { type LogChoice, looks } from "./log-choice.ts";
import { rangeText } from "./log-range.ts";
import { RangeForm } from "./range-form.tsx";

interface ViewMenuProps {
  choice: LogChoice;
  onChange: (change: Partial<LogChoice>) => void;
  /** Whether exactly two lanes can be made of what is chosen. */
  canLane: boolean;
  /** The download of what is shown. */
  download: ReactNode;
}

const ends = [
  { value: "first", name: logsDrawerTexts.firstLines },
  { value: "last", name: logsDrawerTexts.lastLines },
];

/** How the lines are shown, and what is done with all of them. */
export function ViewMenu({ choice, onChange, canLane, download }: ViewMenuProps) {
  const [open, setOpen] = useState(false);
  const { look, lanes, range, from } = choice;
  return (
    <PopPanel
      label={logsDrawerTexts.view}
      button={
        <span className={styles.view}>
          <IconAdjustmentsHorizontal size={15} aria-hidden />
          <span className={styles.word}>{logsDrawerTexts.view}</span>
        </span>
      }
      buttonLabel={logsDrawerTexts.view}
      align="end"
      open={open}
      onOpen={setOpen}
    >
      <div className={styles.menu}>
        {looks.map((one) => (
          <Checkbox
            key={one}
            size="xs"
            label={logsDrawerTexts.looks[one]}
            checked={look[one]}
            onChange={() => onChange({ look: { ...look, [one]: !look[one] } })}
          />
        ))}
        <Checkbox
          size="xs"
          label={logsDrawerTexts.lanes}
          {...(!canLane && { description: logsDrawerTexts.lanesWhy })}
          checked={lanes && canLane}
          disabled={!canLane}
          onChange={() => onChange({ lanes: !lanes })}
        />
        <Choice
          label={logsDrawerTexts.linesRegion}
          value={from}
          options={ends}
          onChange={(value) => onChange({ from: value === "first" ? "first" : "last" })}
        />
        <RangeForm key={rangeText(range)} range={range} onRange={(typed) => onChange({ range: typed })} />
        <div className={styles.buttons}>
          <CopyButton label={logsDrawerTexts.copyLink} text={() => window.location.href} />
          {download}
        </div>
      </div>
    </PopPanel>
  );
}
