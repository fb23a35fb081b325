import { Name } from "../parts/name.tsx";
import styles from "./merged-lines.module.css";

interface LaneHeadsProps {
  names: readonly string[];
  /** Lanes that have lines. */
  filled: ReadonlySet<number | undefined>;
  /** What is said of one that has none: blank, it would look as if something were broken. */
  none: string;
}

/** What stands above each of two columns. */
export function LaneHeads({ names, filled, none }: LaneHeadsProps) {
  return (
    <div className={styles.lanes}>
      {names.map((name, lane) => (
        <span key={name}>
          <Name text={name} />
          {!filled.has(lane) && <span className={styles.none}> · {none}</span>}
        </span>
      ))}
    </div>
  );
}
