import type { CertificateList, Overview } from "@kubin/schema";
import { amount, inline, nameOf, section, utc } from "./markdown-lines.ts";

const maxCertificates = 10;

/** Certificates that were over at the capture or end within 30 days of it; "" where there are none. */
export function summariseCertificates({ snapshot }: Overview, list: CertificateList | undefined): string {
  const ending = list ? list.expired + list.soon : 0;
  if (list === undefined || ending === 0) return "";
  const asOf = Date.parse(snapshot.capturedAt ?? snapshot.createdAt);
  const lines = list.items.slice(0, Math.min(ending, maxCertificates)).map((one) => {
    const days = Math.trunc((Date.parse(one.notAfter) - asOf) / 86_400_000);
    const when = Date.parse(one.notAfter) <= asOf ? `expired ${-days} d before capture` : `ends in ${days} d`;
    const others = one.objects > 1 ? ` and ${amount(one.objects - 1)} more` : "";
    return `- **${inline(one.kind)} ${nameOf(one)}**${others} (${inline(one.subject)}): ${when}, ${utc(one.notAfter)}`;
  });
  return section(`Certificates that end (${amount(ending)})`, lines, ending);
}
