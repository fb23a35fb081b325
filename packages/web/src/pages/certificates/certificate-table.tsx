import type { CertificateFact } from "@kubin/schema";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { certificateTexts } from "../../texts/certificates.ts";
import { asOf } from "../../times/as-of.ts";
import { useTimes } from "../../times/use-times.ts";
import styles from "./certificate-table.module.css";
import { daysLeft } from "./days-left.ts";

const healths = { expired: "failing", soon: "warning", valid: "ok" } as const;

/** Certificates with the object that holds them and the days that were left at the capture. */
export function CertificateTable({ certificates }: { certificates: readonly CertificateFact[] }) {
  const captured = asOf(useSnapshot().snapshot);
  const times = useTimes();
  return (
    <SmallTable
      label={certificateTexts.title}
      columns={[
        { name: certificateTexts.state },
        { name: certificateTexts.days, align: "right" },
        { name: certificateTexts.notAfter },
        { name: certificateTexts.subject },
        { name: certificateTexts.object },
        { name: certificateTexts.at },
      ]}
      rows={certificates.map((one, at) => {
        const { days, state } = daysLeft(one.notAfter, captured);
        const { group, plural, namespace, name } = one;
        const amount = countText(Math.abs(days));
        const write = state === "expired" ? certificateTexts.daysAgo : certificateTexts.daysLeft;
        return {
          key: `${at} ${group}/${plural}/${namespace}/${name}`,
          cells: [
            <span key="state" className={styles.state}>
              <HealthMark health={healths[state]} /> {certificateTexts[state]}
            </span>,
            write(amount, Math.abs(days)),
            <time key="end" dateTime={one.notAfter} title={times.hint(one.notAfter)} className={styles.time}>
              {times.text(one.notAfter)}
            </time>,
            <span key="subject" className={styles.subject}>
              <Name text={one.subject} />
            </span>,
            <span key="object">
              {one.kind}{" "}
              <PlaceLink place={{ page: "object", group, plural, namespace, name }}>
                <Name text={namespace ? `${namespace}/${name}` : name} />
              </PlaceLink>
            </span>,
            <code key="at" className={styles.at}>
              <Name text={one.at} />
            </code>,
          ],
        };
      })}
    />
  );
}
