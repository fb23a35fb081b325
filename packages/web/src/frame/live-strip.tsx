import { Progress } from "@mantine/core";
import { isLive } from "../data/is-live.ts";
import { useSnapshot } from "../data/snapshot-context.ts";
import { countText } from "../plain/count-text.ts";
import { sizeText } from "../plain/size-text.ts";
import { stateTexts } from "../texts/states.ts";
import styles from "./strip.module.css";

/**
 * While data still comes: what is going on, in words and as a bar. It stands below the page, so that nothing above it
 * moves when it leaves.
 */
export function LiveStrip() {
  const { snapshot } = useSnapshot();
  if (!isLive(snapshot.state)) return null;
  const { partsIndexed, partsKnown, partsStored, bytesStored } = snapshot.progress;
  const share = partsKnown > 0 ? Math.min(100, (100 * partsIndexed) / partsKnown) : 0;
  const words = () => {
    if (snapshot.state === "INITIATED" && partsStored === 0) return stateTexts.waiting;
    if (snapshot.state === "PROCESSING") return stateTexts.indexing(countText(partsIndexed), countText(partsKnown));
    return stateTexts.uploading(countText(partsStored), sizeText(bytesStored));
  };
  return (
    <div className={styles.strip} data-tone="live">
      <div role="status">
        {words()} <span className={styles.aside}>{stateTexts.soFar}</span>
      </div>
      <Progress className={styles.progress} value={share} size="xs" aria-label={stateTexts.progress} />
    </div>
  );
}
