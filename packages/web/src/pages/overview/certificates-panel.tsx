import { useQuery } from "@tanstack/react-query";
import { useAnalytics } from "../../data/analytics-queries.ts";
import { Panel } from "../../parts/panel.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { overviewTexts } from "../../texts/overview.ts";
import { CertificateLine } from "./certificate-line.tsx";

const shownAtMost = 6;

/** Certificates that are over or end within 30 days; nothing where there are none. */
export function CertificatesPanel() {
  const { data } = useQuery(useAnalytics().certificates());
  const ending = data ? data.items.slice(0, Math.min(shownAtMost, data.expired + data.soon)) : [];
  if (ending.length === 0) return null;
  return (
    <Panel
      flush
      title={overviewTexts.certificatesTitle}
      aside={<PlaceLink place={{ page: "certificates" }}>{overviewTexts.allCertificates}</PlaceLink>}
    >
      <ul>
        {ending.map((one) => (
          <CertificateLine key={`${one.notAfter} ${one.subject}`} certificate={one} />
        ))}
      </ul>
    </Panel>
  );
}
