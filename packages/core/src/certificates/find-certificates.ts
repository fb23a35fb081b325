import type { DescribedObject } from "@kubin/kubernetes";
import { type CertificatePlace, certificatePlaces } from "./certificate-places.ts";
import { managedCertificate } from "./managed-certificate.ts";
import { type FirstToEnd, type FoundCertificate, readFirstToEnd } from "./read-certificates.ts";

/** Places of one object that are told; what has more is no store of certificates. */
const maxPlaces = 50;
/** Texts remembered at a time. */
const maxKnown = 50;
/** A larger bundle is a system's list of the world's authorities, in which some root is always over and nobody minds. */
const maxBundle = 20;
const maxLength = 4 * 1024 * 1024;
/** "-----BEGIN CERT" in base64. */
const encodedBegin = "LS0tLS1CRUdJTiBDRVJU";

export type FindCertificates = (described: Pick<DescribedObject, "group" | "kind" | "object">) => FoundCertificate[];

/**
 * Finds the X.509 certificates that stand in objects. What is none, or cannot be read, is left out. A text is parsed
 * once: every token of a namespace holds the same authorities.
 */
export function createCertificateFinder(): FindCertificates {
  const known = new Map<string, FirstToEnd | undefined>();
  const read = (pem: string): FirstToEnd | undefined => {
    if (known.has(pem)) return known.get(pem);
    if (known.size >= maxKnown) known.clear();
    const first = readFirstToEnd(pem, maxBundle);
    known.set(pem, first);
    return first;
  };
  return (described) => {
    const found = managedCertificate(described);
    const seen = new Set<string>();
    for (const place of certificatePlaces(described)) {
      if (found.length === maxPlaces) break;
      const pem = pemOf(place);
      // Webhooks of one configuration share one authority.
      if (pem === undefined || seen.has(pem)) continue;
      seen.add(pem);
      const first = read(pem);
      if (first) found.push(factOf(place.at, first));
    }
    return found;
  };
}

function factOf(at: string, { subject, notAfter, of }: FirstToEnd): FoundCertificate {
  return { at: of === 1 ? at : `${at} (first of ${of} to end)`, subject, notAfter };
}

function pemOf({ value, isBase64 }: CertificatePlace): string | undefined {
  if (value.length > maxLength) return undefined;
  if (!isBase64) return value.includes("-----BEGIN CERTIFICATE-----") ? value : undefined;
  return value.startsWith(encodedBegin) ? Buffer.from(value, "base64").toString("latin1") : undefined;
}
