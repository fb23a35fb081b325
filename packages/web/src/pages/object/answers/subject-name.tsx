import type { Subject } from "../../../object/policy-rules.ts";
import { Name } from "../../../parts/name.tsx";
import { PlaceLink } from "../../../place/place-link.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import styles from "./answers.module.css";

/** A user, group or service account; the last is an object and so a link. */
export function SubjectName({ subject }: { subject: Subject }) {
  const { kind, namespace, name } = subject;
  const text = namespace ? `${namespace}/${name}` : name;
  return (
    <span className={styles.wrap}>
      <span className={styles.quiet}>{plainText(kind)}</span>{" "}
      {kind === "ServiceAccount" && namespace ? (
        <PlaceLink place={{ page: "object", group: "", plural: "serviceaccounts", namespace, name }}>
          <Name text={text} />
        </PlaceLink>
      ) : (
        <Name text={text} />
      )}
    </span>
  );
}
