import { isObject, textAt } from "@kubin/kubernetes";
import type { ClusterClient } from "../cluster/cluster-client.ts";
import { readJson } from "../cluster/read-json.ts";
import { addType, type Discovered, itemsOf } from "./discovered.ts";
import { refusalWords } from "./gap-words.ts";

interface DiscoverLegacy {
  client: ClusterClient;
  answer: { value: unknown };
  found: Discovered;
  seen: Set<string>;
}

/** Discovery of servers before 1.26: an index, then a document for each group version. A dead one does not stop it. */
export async function discoverLegacy({ client, answer, found, seen }: DiscoverLegacy): Promise<void> {
  for (const { group, version } of versionsOf(answer.value)) {
    const groupVersion = group === "" ? version : `${group}/${version}`;
    const path = group === "" ? `/api/${version}` : `/apis/${groupVersion}`;
    const list = await readJson(client, { path, once: true });
    if (!list.ok) {
      found.dead.push({ groupVersion, detail: `Its API server ${refusalWords(list)}` });
      continue;
    }
    found.documents.set(`discovery/${groupVersion}.json`, list.bytes);
    for (const resource of itemsOf(list.value, "resources")) {
      const namespaced = isObject(resource) && resource.namespaced === true;
      const [plural, kind] = [textAt(resource, "name"), textAt(resource, "kind")];
      addType({ group, version, kind, plural, namespaced }, { resource, found, seen });
    }
  }
}

/** Group versions, the preferred one of each group first. */
function versionsOf(value: unknown): { group: string; version: string }[] {
  const core = itemsOf(value, "versions").filter((version) => typeof version === "string");
  const others = itemsOf(value, "groups").flatMap((one) => {
    const group = textAt(one, "name");
    const preferred = isObject(one) ? textAt(one.preferredVersion, "version") : "";
    const all = itemsOf(one, "versions").map((version) => textAt(version, "version"));
    return [preferred, ...all.filter((version) => version !== preferred)].map((version) => ({ group, version }));
  });
  return [...core.map((version) => ({ group: "", version })), ...others].filter(({ version }) => version !== "");
}
