import type { KindCount } from "@kubin/schema";
import { Name } from "../parts/name.tsx";
import type { Place } from "../place/place.ts";
import { PlaceLink } from "../place/place-link.tsx";
import { countText } from "../plain/count-text.ts";
import styles from "./navigation.module.css";
import { TroubleBadge } from "./trouble-badge.tsx";

type NavigationEntryProps = {
  name: string;
  /** How many headings it stands under. */
  depth?: number;
} & ({ kind: KindCount } | { place: Place; count?: number; kind?: never });

/** One page in the navigation. */
export function NavigationEntry(props: NavigationEntryProps) {
  const { name, depth = 0, kind } = props;
  const place: Place = kind ? { page: "list", group: kind.group, plural: kind.plural } : props.place;
  const count = kind ? kind.total : props.count;
  return (
    <li className={styles.place} data-depth={depth}>
      <PlaceLink className={styles.entry} place={place} exact={place.page === "overview"}>
        <span className={styles.name} title={kind ? name : undefined}>
          <Name text={name} />
        </span>
        {kind && <TroubleBadge failing={kind.failing} warning={kind.warning} />}
        {count !== undefined && <span className={styles.count}>{countText(count)}</span>}
      </PlaceLink>
    </li>
  );
}
