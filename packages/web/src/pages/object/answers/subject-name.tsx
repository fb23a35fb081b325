import type { Subject } from "../../../object/policy-rules.ts";
import { Name } from "../../../parts/name.tsx";
import { PlaceLink } from "../../../place/place-link.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import { objectTexts } from "../../../texts/object.ts";
import styles from "./answers.module.css";

interface SubjectNameProps {
  subject: Subject;
  /** False: a service account that is known not to be in the capture. */
  captured?: boolean;
}

/** A user, group or service account; the last is an object and so a link. */
export function SubjectName({ subject, captured = true }: SubjectNameProps) {
  const { kind, namespace, name } = subject;
  const text = namespace ? `${namespace}/${name}` : name;
  return (
    <span className={styles.wrap}>
      <span className={styles.quiet}>{plainText(kind)}</span>{" "}
      {kind === "ServiceAccount" && namespace && captured ? (
        <PlaceLink place={{ page: "object", group: "", plural: "serviceaccounts", namespace, name }}>
          <Name text={text} />
        </PlaceLink>
      ) : (
        <Name text={text} />
      )}
      {!captured && <span className={styles.aside}> ({objectTexts.notCaptured})</span>}
    </span>
  );
}
