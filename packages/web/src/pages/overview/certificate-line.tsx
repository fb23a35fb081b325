import type { CertificateFact } from "@kubin/schema";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { certificateTexts } from "../../texts/certificates.ts";
import { asOf } from "../../times/as-of.ts";
import { useTimes } from "../../times/use-times.ts";
import { timeLeft } from "../certificates/time-left.ts";
import styles from "./certificate-line.module.css";

/** One certificate that ends: whose, in which object, and how long it has or is over. */
export function CertificateLine({ certificate }: { certificate: CertificateFact }) {
  const captured = asOf(useSnapshot().snapshot);
  const times = useTimes();
  const { group, plural, namespace, name, kind, subject, notAfter, objects } = certificate;
  const left = timeLeft(notAfter, captured);
  const over = left.state === "expired";
  const write = over ? certificateTexts.endedAgo : certificateTexts.endsIn;
  return (
    <li className={styles.row}>
      <HealthMark health={over ? "failing" : "warning"} />
      <span className={styles.name} title={plainText(subject)}>
        {kind}{" "}
        <PlaceLink place={{ page: "object", group, plural, namespace, name }}>
          <Name text={namespace ? `${namespace}/${name}` : name} />
        </PlaceLink>
        {objects > 1 && ` ${certificateTexts.others(countText(objects - 1), objects - 1)}`}
      </span>
      <time className={styles.end} dateTime={notAfter} title={times.hint(notAfter)}>
        {write(certificateTexts.span({ ...left, shown: countText(left.amount) }))}
      </time>
    </li>
  );
}
