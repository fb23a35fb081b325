/** Where a secret was put into the cluster; a test that finds one says by this where it leaked from. */
const planted = {
  "data of a Secret": ["hunter2", "super", "opaque"],
  "stringData of a Secret": ["tr0ub4dor", "correct", "horse"],
  "password of a docker config": ["registry", "pull", "pa55word"],
  "value of an env variable": ["env", "Sup3r", "database", "pw"],
  "password in a URL of an env variable": ["url", "embedded", "Pw9", "x1"],
  "value in a ConfigMap": ["config", "file", "Pa55phrase"],
  "base64 in a ConfigMap": ["twice", "hidden", "b4se64"],
  annotation: ["annotated", "api", "t0ken", "value"],
  "last applied configuration": ["applied", "earlier", "Secr3t"],
  "argument of a command": ["argument", "cl1", "Passw0rd"],
  "line of a log": ["logged", "in", "clear", "p4ss"],
  "bearer token in a log": ["bearer", "0f1e2d3c4b5a", "token"],
  "url-encoded in a log": ["encoded", "p@ss", "w+rd"],
  "log of an init container": ["init", "container", "s3cret"],
  "previous log": ["before", "the", "crash", "p4ss"],
  "values of a helm release": ["helm", "chart", "val3", "password"],
  "custom resource": ["custom", "resource", "cl1ent", "secret"],
} as const;

export type PlantedPlace = keyof typeof planted;

/** Joined when asked for: the source has no string that a scanner of secrets would take for one. */
export function plantedSecret(place: PlantedPlace): string {
  return planted[place].join("-");
}

export function plantedSecrets(): [PlantedPlace, string][] {
  return (Object.keys(planted) as PlantedPlace[]).map((place) => [place, plantedSecret(place)]);
}

export interface Leak {
  place: PlantedPlace;
  encoding: string;
}

/** Every planted secret that stands in these bytes in any encoding. */
export function findPlanted(bytes: Uint8Array): Leak[] {
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return plantedSecrets().flatMap(([place, secret]) =>
    Object.entries(encodingsOf(secret))
      .filter(([, needle]) => haystack.includes(needle))
      .map(([encoding]) => ({ place, encoding })),
  );
}

/** Base64 of a secret within something longer depends on where it starts, so all three ways are there. */
function encodingsOf(secret: string): Record<string, Buffer> {
  const bytes = Buffer.from(secret);
  const shifted = [0, 1, 2].map((shift) => withoutNeighbours(bytes, shift));
  return {
    raw: bytes,
    ...Object.fromEntries(shifted.map((text, shift) => [`base64, shifted by ${shift}`, Buffer.from(text)])),
    "base64url, shifted by 0": Buffer.from(shifted[0]?.replaceAll("+", "-").replaceAll("/", "_") ?? ""),
    hex: Buffer.from(bytes.toString("hex")),
    "upper-case hex": Buffer.from(bytes.toString("hex").toUpperCase()),
    "url-encoded": Buffer.from(encodeURIComponent(secret)),
    "utf-16": Buffer.from(secret, "utf16le"),
  };
}

/** The characters of the base64 that no neighbour of the secret has a part in. */
function withoutNeighbours(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString("base64")
    .replaceAll("=", "");
  const first = Math.ceil((shift * 8) / 6);
  const complete = Math.floor(((shift + bytes.length) * 8) / 6);
  return text.slice(first, complete);
}
