import type { KindCount } from "@kubin/schema";
import type { Place, Search } from "../place/place.ts";
import { PlaceLink } from "../place/place-link.tsx";
import { countText } from "../plain/count-text.ts";
import styles from "./navigation.module.css";
import { TroubleBadge } from "./trouble-badge.tsx";

type NavigationEntryProps = {
  name: string;
  nested?: boolean;
} & ({ kind: KindCount; search?: Search } | { place: Place; count?: number; kind?: never });

/** One page in the navigation. */
export function NavigationEntry(props: NavigationEntryProps) {
  const { name, nested = false } = props;
  const place: Place = props.kind
    ? {
        page: "list",
        group: props.kind.group,
        plural: props.kind.plural,
        search: props.kind.namespaced ? (props.search ?? {}) : {},
      }
    : props.place;
  const count = props.kind ? props.kind.total : props.count;
  return (
    <PlaceLink
      className={nested ? `${styles.entry} ${styles.nested}` : styles.entry}
      place={place}
      exact={place.page === "overview"}
    >
      <span className={styles.name}>{name}</span>
      {props.kind && <TroubleBadge failing={props.kind.failing} warning={props.kind.warning} />}
      {count !== undefined && <span className={styles.count}>{countText(count)}</span>}
    </PlaceLink>
  );
}
