import { type Json, recordsAt, textAt } from "./read-json.ts";

const podSpecPaths = [["spec"], ["spec", "template", "spec"], ["spec", "jobTemplate", "spec", "template", "spec"]];

/** What the pod spec in an object mounts, as `Kind name`. */
export function volumeNames(object: Json): Set<string> {
  const names = new Set<string>();
  const add = (kind: string, name: string) => name && names.add(`${kind} ${name}`);
  for (const path of podSpecPaths) {
    for (const volume of recordsAt(object, ...path, "volumes")) {
      add("PersistentVolumeClaim", textAt(volume, "persistentVolumeClaim", "claimName"));
      for (const source of [volume, ...recordsAt(volume, "projected", "sources")]) {
        add("ConfigMap", textAt(source, "configMap", "name"));
        add("Secret", textAt(source, "secret", "secretName") || textAt(source, "secret", "name"));
      }
    }
  }
  return names;
}
