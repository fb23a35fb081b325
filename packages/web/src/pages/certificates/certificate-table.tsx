import type { CertificateFact } from "@kubin/schema";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { countText } from "../../plain/count-text.ts";
import { certificateTexts } from "../../texts/certificates.ts";
import { asOf } from "../../times/as-of.ts";
import { useTimes } from "../../times/use-times.ts";
import { CertificateHolders } from "./certificate-holders.tsx";
import styles from "./certificate-table.module.css";
import { timeLeft } from "./time-left.ts";

const healths = { expired: "failing", soon: "warning", valid: "ok" } as const;

/** Certificates with the objects that hold them and the time that was left at the capture. */
export function CertificateTable({ certificates }: { certificates: readonly CertificateFact[] }) {
  const captured = asOf(useSnapshot().snapshot);
  const times = useTimes();
  return (
    <SmallTable
      label={certificateTexts.title}
      columns={[
        { name: certificateTexts.state },
        { name: certificateTexts.left, align: "right" },
        { name: certificateTexts.notAfter },
        { name: certificateTexts.subject },
        { name: certificateTexts.object },
        { name: certificateTexts.at },
      ]}
      rows={certificates.map((one) => {
        const left = timeLeft(one.notAfter, captured);
        const { state } = left;
        const span = certificateTexts.span({ ...left, shown: countText(left.amount) });
        return {
          key: `${one.notAfter} ${one.subject}`,
          cells: [
            <span key="state" className={styles.state}>
              <HealthMark health={healths[state]} /> {certificateTexts[state]}
            </span>,
            state === "expired" ? certificateTexts.ago(span) : span,
            <time key="end" dateTime={one.notAfter} title={times.hint(one.notAfter)} className={styles.time}>
              {times.text(one.notAfter)}
            </time>,
            <span key="subject" className={styles.subject}>
              <Name text={one.subject} />
            </span>,
            <CertificateHolders key="object" certificate={one} />,
            <code key="at" className={styles.at}>
              <Name text={one.at} />
            </code>,
          ],
        };
      })}
    />
  );
}
