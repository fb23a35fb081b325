import type { RelatedObject } from "@kubin/schema";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { objectTexts } from "../../texts/object.ts";
import styles from "./object-link.module.css";

interface ObjectLinkProps {
  object: RelatedObject;
  /** Instead of its name. */
  text?: string;
}

/** A related object by its name: a link where the capture holds it, else words that say that it does not. */
export function ObjectLink({ object, text = object.name }: ObjectLinkProps) {
  const { group, plural, namespace, name, captured } = object;
  if (captured) {
    return (
      <PlaceLink className={styles.name} place={{ page: "object", group, plural, namespace, name }}>
        <Name text={text} />
      </PlaceLink>
    );
  }
  return (
    <span className={styles.name}>
      <Name text={text} /> <span className={styles.aside}>({objectTexts.notCaptured})</span>
    </span>
  );
}
