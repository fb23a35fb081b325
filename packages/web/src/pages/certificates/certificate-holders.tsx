import type { CertificateFact, CertificateHolder } from "@kubin/schema";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { certificateTexts } from "../../texts/certificates.ts";
import styles from "./certificate-table.module.css";

/** The first object that holds it; the others are folded, since an authority stands in each namespace. */
export function CertificateHolders({ certificate }: { certificate: CertificateFact }) {
  const { objects, others } = certificate;
  const unnamed = objects - 1 - others.length;
  return (
    <div className={styles.holders}>
      <Holder holder={certificate} />
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{certificateTexts.others(countText(objects - 1), objects - 1)}</summary>
          <ul>
            {others.map((holder) => (
              <li key={`${holder.group}/${holder.plural}/${holder.namespace}/${holder.name}`}>
                <Holder holder={holder} />
              </li>
            ))}
            {unnamed > 0 && <li className={styles.more}>{certificateTexts.more(countText(unnamed))}</li>}
          </ul>
        </details>
      )}
    </div>
  );
}

function Holder({ holder }: { holder: CertificateHolder }) {
  const { group, kind, plural, namespace, name } = holder;
  return (
    <>
      {kind}{" "}
      <PlaceLink place={{ page: "object", group, plural, namespace, name }}>
        <Name text={namespace ? `${namespace}/${name}` : name} />
      </PlaceLink>
    </>
  );
}
