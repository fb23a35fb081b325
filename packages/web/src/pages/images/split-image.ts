/** An image's name taken apart. */
export interface ImageParts {
  /** Registry and path: what all versions of it share. */
  repository: string;
  /** "" where none is given. */
  tag: string;
  /** With its algorithm, "sha256:…"; "" where none is given. */
  digest: string;
}

/** `quay.io:443/a/b:v1@sha256:…` → `quay.io:443/a/b`, `v1`, `sha256:…`. A port is no tag. */
export function splitImage(image: string): ImageParts {
  const at = image.indexOf("@");
  const named = at < 0 ? image : image.slice(0, at);
  const digest = at < 0 ? "" : image.slice(at + 1);
  const colon = named.lastIndexOf(":");
  if (colon < 0 || named.includes("/", colon)) return { repository: named, tag: "", digest };
  return { repository: named.slice(0, colon), tag: named.slice(colon + 1), digest };
}
