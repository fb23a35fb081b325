import type { WhoCan } from "@kubin/schema";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import styles from "./who-can-page.module.css";

type Via = WhoCan["subjects"][number]["via"][number];

/** A binding or a role, with its namespace where it has one. */
export function ViaLink({ object }: { object: Via["binding"] }) {
  const { group, plural, namespace, name } = object;
  return (
    <PlaceLink className={styles.via} place={{ page: "object", group, plural, namespace, name }}>
      <Name text={namespace ? `${namespace}/${name}` : name} />
    </PlaceLink>
  );
}
