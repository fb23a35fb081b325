import type { LogStream } from "@kubin/schema";
import { PlaceLink } from "../../place/place-link.tsx";
import { objectTexts } from "../../texts/object.ts";
import styles from "./containers-panel.module.css";

/** One link a captured log: the present run and the one before. */
export function StreamLinks({ streams }: { streams: readonly LogStream[] }) {
  if (streams.length === 0) return null;
  return (
    <span className={styles.links}>
      {streams.map(({ namespace, pod, container, source }) => (
        <PlaceLink
          key={source}
          label={objectTexts.logOf(container, source)}
          place={{
            page: "object-logs",
            group: "",
            plural: "pods",
            namespace,
            name: pod,
            search: { logc: container, logp: source === "previous" ? "1" : "" },
          }}
        >
          {source === "previous" ? objectTexts.previous : objectTexts.log}
        </PlaceLink>
      ))}
    </span>
  );
}
