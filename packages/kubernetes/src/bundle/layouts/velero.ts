import type { LayoutReader, Role } from "../layout.ts";

export const velero: LayoutReader = {
  layout: "velero",
  lookedFor: "a Velero backup (resources/<type>/cluster/, resources/<type>/namespaces/<namespace>/)",
  rootOf(path) {
    const at = proof.exec(path);
    return at ? path.slice(0, at.index + (at[1]?.length ?? 0)) : undefined;
  },
  open: () => roleOf,
};

/** `velero/pkg/archive/parser.go`, GetVersionedItemFilePath. Sonobuoy has `resources/ns/…` and `resources/cluster/…`. */
const item =
  "resources/(?!ns/|non-ns/|cluster/)([^/]{1,253})/(?:(v[a-z0-9]{1,20}(?:-preferredversion)?)/)?(?:cluster|namespaces/([^/]{1,253}))/[^/]{1,253}\\.json$";
const proof = new RegExp(`(^|/)${item}`);
const itemPath = new RegExp(`^${item}`);

/** What a file is, by its path below the root. */
function roleOf(path: string): Role {
  const [, type, version, namespace = ""] = itemPath.exec(path) ?? [];
  if (!type) return { role: "document" };
  if (version) {
    const isSame = version.endsWith("-preferredversion");
    const detail = isSame
      ? "Velero writes each object a second time below the version that the API server prefers."
      : "The same objects as other versions of the API show them; the preferred one was read.";
    return { role: "skipped", group: isSame ? "second copies" : "other versions", namespace, detail };
  }
  return { role: "objects", plural: type.split(".", 1)[0] };
}
