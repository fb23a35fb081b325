import type { DescribedObject } from "@kubin/kubernetes";
import { type CertificatePlace, certificatePlaces } from "./certificate-places.ts";
import { managedCertificate } from "./managed-certificate.ts";
import { type FoundCertificate, readCertificates } from "./read-certificates.ts";

/** Places of one object that are told; what has more is no store of certificates. */
const maxPlaces = 50;
/** A larger bundle is a system's list of the world's authorities, in which some root is always over and nobody minds. */
const maxBundle = 20;
const maxLength = 4 * 1024 * 1024;
/** "-----BEGIN CERT" in base64. */
const encodedBegin = "LS0tLS1CRUdJTiBDRVJU";

/** The X.509 certificates that stand in an object. What is none, or cannot be read, is left out. */
export function findCertificates(described: Pick<DescribedObject, "group" | "kind" | "object">): FoundCertificate[] {
  const found = managedCertificate(described);
  const seen = new Set<string>();
  for (const place of certificatePlaces(described)) {
    if (found.length === maxPlaces) break;
    const pem = pemOf(place);
    // Webhooks of one configuration share one authority.
    if (pem === undefined || seen.has(pem)) continue;
    seen.add(pem);
    const certificates = readCertificates(pem);
    if (certificates.length > maxBundle) continue;
    const [first] = certificates.toSorted((a, b) => a.notAfter.getTime() - b.notAfter.getTime());
    const { at } = place;
    const { length } = certificates;
    if (first) found.push({ ...first, at: length === 1 ? at : `${at} (first of ${length} to end)` });
  }
  return found;
}

function pemOf({ value, isBase64 }: CertificatePlace): string | undefined {
  if (value.length > maxLength) return undefined;
  if (!isBase64) return value.includes("-----BEGIN CERTIFICATE-----") ? value : undefined;
  return value.startsWith(encodedBegin) ? Buffer.from(value, "base64").toString("latin1") : undefined;
}
