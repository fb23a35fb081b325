import { dump } from "js-yaml";

/** The object as kubectl writes it: keys sorted, lists not indented, no anchors, long lines unbroken. */
export function toYaml(object: unknown): string {
  return dump(object, { noRefs: true, lineWidth: -1, sortKeys: true, seqNoIndent: true });
}
