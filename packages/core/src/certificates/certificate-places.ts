import type { DescribedObject } from "@kubin/kubernetes";

/** A value that may be PEM. */
export interface CertificatePlace {
  at: string;
  value: string;
  isBase64: boolean;
}

type Described = Pick<DescribedObject, "group" | "kind" | "object">;

/** Where objects keep public certificates. Values are not looked into yet. */
export function certificatePlaces({ group, kind, object }: Described): CertificatePlace[] {
  switch (`${group}/${kind}`) {
    case "/Secret":
      return [...fields(object, "data", true), ...fields(object, "stringData", false)];
    case "/ConfigMap":
      return [...fields(object, "data", false), ...fields(object, "binaryData", true)];
    case "admissionregistration.k8s.io/ValidatingWebhookConfiguration":
    case "admissionregistration.k8s.io/MutatingWebhookConfiguration":
      return webhooks(object);
    case "apiregistration.k8s.io/APIService":
      return encoded(object, ["spec", "caBundle"]);
    case "apiextensions.k8s.io/CustomResourceDefinition":
      return [
        ...encoded(object, ["spec", "conversion", "webhook", "clientConfig", "caBundle"]),
        // As v1beta1 has it.
        ...encoded(object, ["spec", "conversion", "webhookClientConfig", "caBundle"]),
      ];
    case "certificates.k8s.io/CertificateSigningRequest":
      return encoded(object, ["status", "certificate"]);
    default:
      return [];
  }
}

function fields(object: object, field: string, isBase64: boolean): CertificatePlace[] {
  return Object.entries(valueAt(object, [field]) ?? {}).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string" ? [{ at: `${field}[${JSON.stringify(key)}]`, value, isBase64 }] : [],
  );
}

function webhooks(object: object): CertificatePlace[] {
  const all = valueAt(object, ["webhooks"]);
  if (!Array.isArray(all)) return [];
  return all.flatMap((webhook: unknown, index) =>
    encoded(webhook, ["clientConfig", "caBundle"]).map((place) => ({ ...place, at: `webhooks[${index}].${place.at}` })),
  );
}

function encoded(object: unknown, path: string[]): CertificatePlace[] {
  const value = valueAt(object, path);
  return typeof value === "string" ? [{ at: path.join("."), value, isBase64: true }] : [];
}

function valueAt(object: unknown, path: string[]): unknown {
  let found = object;
  for (const key of path) {
    found =
      typeof found === "object" && found !== null && Object.hasOwn(found, key) ? Reflect.get(found, key) : undefined;
  }
  return found;
}
