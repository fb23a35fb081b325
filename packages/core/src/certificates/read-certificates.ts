import { X509Certificate } from "node:crypto";

const maxSubjectLength = 500;
// No character between the armours is a dash, so that a text without an end is looked at once.
const armoured = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{64,65536}-----END CERTIFICATE-----/g;

/** A certificate of an object; of a bundle the one that ends first. */
export interface FoundCertificate {
  /** Where in the object, and of how many it is the first to end. */
  at: string;
  subject: string;
  notAfter: Date;
}

/** The certificate of a text that ends first, and how many there are. */
export interface FirstToEnd extends Omit<FoundCertificate, "at"> {
  of: number;
}

/** Undefined without a certificate that can be parsed, and for more than `most`: these are not parsed at all. */
export function readFirstToEnd(pem: string, most: number): FirstToEnd | undefined {
  const armours = pem.match(armoured) ?? [];
  if (armours.length > most) return undefined;
  const read = armours.map(parse).filter((one) => one !== undefined);
  const [first] = read.toSorted((a, b) => a.notAfter.getTime() - b.notAfter.getTime());
  return first && { subject: subjectOf(first.certificate), notAfter: first.notAfter, of: read.length };
}

function parse(pem: string): { certificate: X509Certificate; notAfter: Date } | undefined {
  try {
    const certificate = new X509Certificate(pem);
    const notAfter = new Date(certificate.validTo);
    const year = notAfter.getUTCFullYear();
    return year >= 1 && year <= 9999 ? { certificate, notAfter } : undefined;
  } catch {
    return undefined;
  }
}

/** Without a subject the other names are all there is; Node's type does not say that either may be missing. */
function subjectOf({ subject, subjectAltName }: X509Certificate): string {
  const named: string = subject || subjectAltName || "";
  return named.split("\n").join(", ").slice(0, maxSubjectLength);
}
