import type { DescribedObject } from "@kubin/kubernetes";
import { z } from "zod";
import type { FoundCertificate } from "./read-certificates.ts";

const Managed = z.object({
  spec: z.object({ commonName: z.string().optional(), dnsNames: z.array(z.string()).optional() }),
  status: z.object({ notAfter: z.iso.datetime({ offset: true }) }),
});

/** What cert-manager says of a certificate that it keeps in a Secret, which may not have been captured. */
export function managedCertificate({
  group,
  kind,
  object,
}: Pick<DescribedObject, "group" | "kind" | "object">): FoundCertificate[] {
  if (group !== "cert-manager.io" || kind !== "Certificate") return [];
  const { data } = Managed.safeParse(object);
  if (!data) return [];
  const { commonName, dnsNames = [] } = data.spec;
  const subject = commonName ? `CN=${commonName}` : dnsNames.map((name) => `DNS:${name}`).join(", ");
  return [{ at: "status.notAfter", subject: subject.slice(0, 500), notAfter: new Date(data.status.notAfter) }];
}
