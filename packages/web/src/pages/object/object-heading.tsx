import type { Health } from "@kubin/schema";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import styles from "./object-heading.module.css";

interface ObjectHeadingProps {
  group: string;
  plural: string;
  namespace: string;
  name: string;
  kind: string | undefined;
  health: Health | undefined;
}

/** Where one is: kind, namespace, name; the first two lead back to lists. */
export function ObjectHeading({ group, plural, namespace, name, kind, health }: ObjectHeadingProps) {
  return (
    <span className={styles.heading}>
      <span className={styles.way}>
        <PlaceLink place={{ page: "list", group, plural }}>{kind ?? plural}</PlaceLink>
        {namespace && (
          <>
            <span aria-hidden>/</span>
            <PlaceLink place={{ page: "list", group, plural, search: { ns: namespace } }}>
              <Name text={namespace} />
            </PlaceLink>
          </>
        )}
        <span aria-hidden>/</span>
      </span>
      <span className={styles.name}>
        <Name text={name} />
      </span>
      {health && health !== "unknown" && (
        <span className={styles.health}>
          <HealthMark health={health} word />
        </span>
      )}
    </span>
  );
}
