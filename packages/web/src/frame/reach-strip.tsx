import { IconCircleCheck, IconDatabaseOff, IconPlugConnectedX, IconWifiOff } from "@tabler/icons-react";
import { useReach } from "../data/use-reach.ts";
import { stateTexts } from "../texts/states.ts";
import styles from "./strip.module.css";

const icons = { offline: IconWifiOff, away: IconPlugConnectedX, engineAway: IconDatabaseOff, back: IconCircleCheck };

/** Says quietly that no answers come, and when they do again. What is shown stays. */
export function ReachStrip() {
  const reach = useReach();
  const Icon = reach === "fine" ? undefined : icons[reach];
  return (
    <div role="status">
      {Icon && reach !== "fine" && (
        <div className={styles.strip} data-tone={reach === "back" ? "fine" : "trouble"}>
          <Icon size={15} aria-hidden /> {stateTexts[reach]}
        </div>
      )}
    </div>
  );
}
