import { X509Certificate } from "node:crypto";

/** More than any system's bundle of authorities has. */
const maxCertificates = 500;
const maxSubjectLength = 500;
// No character between the armours is a dash, so that a text without an end is looked at once.
const armoured = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{64,65536}-----END CERTIFICATE-----/g;

interface ReadCertificate {
  subject: string;
  notAfter: Date;
}

/** A certificate of an object; of a bundle the one that ends first. */
export interface FoundCertificate extends ReadCertificate {
  /** Where in the object, and of how many it is the first to end. */
  at: string;
}

/** The certificates in a text, in order. One that cannot be parsed is left out. */
export function readCertificates(pem: string): ReadCertificate[] {
  const found: ReadCertificate[] = [];
  for (const [one] of pem.matchAll(armoured)) {
    const certificate = readCertificate(one);
    if (certificate) found.push(certificate);
    if (found.length === maxCertificates) break;
  }
  return found;
}

function readCertificate(pem: string): ReadCertificate | undefined {
  try {
    const { subject, subjectAltName, validTo } = new X509Certificate(pem);
    const notAfter = new Date(validTo);
    const year = notAfter.getUTCFullYear();
    if (!(year >= 1 && year <= 9999)) return undefined;
    // Without a subject the other names are all there is; Node's type does not say that either may be missing.
    const named: string = subject || subjectAltName || "";
    return { subject: named.split("\n").join(", ").slice(0, maxSubjectLength), notAfter };
  } catch {
    return undefined;
  }
}
