import { z } from "zod";
import type { Kube } from "./kube.ts";
import type { Manifest } from "./manifests/manifest.ts";

const resourceListShape = z.object({
  resources: z.array(z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean() })),
});

/** Applies objects, of which kinds the server tells the paths. Their order is kept. */
export class Applier {
  readonly #kube: Kube;
  readonly #kinds = new Map<string, Promise<z.infer<typeof resourceListShape>>>();

  constructor(kube: Kube) {
    this.#kube = kube;
  }

  /** By server-side apply: again and again without a change. */
  async apply(manifests: readonly Manifest[]): Promise<void> {
    for (const manifest of manifests) {
      const path = `${await this.pathOf(manifest)}?fieldManager=kubin-tests&force=true`;
      await this.#kube.json({ method: "PATCH", path, body: manifest, type: "application/apply-patch+yaml" });
    }
  }

  /** Several at once, and those that are there stay as they are: for thousands. */
  async create(manifests: readonly Manifest[]): Promise<void> {
    const left = manifests.values();
    const worker = async (): Promise<void> => {
      for (const manifest of left) {
        const path = (await this.pathOf(manifest)).replace(/\/[^/]+$/, "");
        const { status, body } = await this.#kube.ask({ method: "POST", path, body: manifest });
        if (status >= 300 && status !== 409) throw new Error(`${path}: ${status} ${body.toString().slice(0, 500)}`);
      }
    };
    await Promise.all(Array.from({ length: 16 }, worker));
  }

  async pathOf({ apiVersion, kind, metadata }: Manifest): Promise<string> {
    const version = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const known =
      this.#kinds.get(version) ?? this.#kube.json({ path: version }).then((list) => resourceListShape.parse(list));
    this.#kinds.set(version, known);
    const resource = (await known).resources.find((one) => one.kind === kind && !one.name.includes("/"));
    if (!resource) throw new Error(`The API server has no ${kind} in ${apiVersion}.`);
    const namespace = resource.namespaced ? `/namespaces/${metadata.namespace}` : "";
    return `${version}${namespace}/${resource.name}/${metadata.name}`;
  }
}
