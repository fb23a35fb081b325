import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packAll } from "../../packing/fixtures/pack-all.ts";
import { treeSource } from "../../packing/fixtures/tree-source.ts";
import { encodings, readableForms, standsIn } from "./encodings.ts";
import { allShapes } from "./measure-corpus.ts";
import { places } from "./places.ts";
import { seeded } from "./seeded.ts";

type Files = Record<string, string>;

interface Written {
  /** Number of the secret, for names of its own. */
  at: number;
  text: string;
  line: string;
  object: string;
}

const pods = "namespaces/shop/pods";

/** Ways in which a text gets into a bundle, beside the places within an object or line. */
const carriers: Record<string, (written: Written) => Files> = {
  log: ({ at, line }) => ({ [`${pods}/web-${at}/app/app/logs/current.log`]: `first\n${line}\nlast\n` }),
  "log with no end": ({ at, line }) => ({ [`${pods}/web-${at}/app/app/logs/previous.log`]: line }),
  "file among logs": ({ at, text }) => ({ [`${pods}/web-${at}/app/app/logs/odd.log`]: text }),
  object: ({ at, object }) => ({ [`namespaces/shop/core/widgets/it-${at}.yaml`]: object }),
  list: ({ at, object }) => ({ [`namespaces/shop/apps${at}/widgets.yaml`]: `{"kind":"List","items":[${object}]}` }),
  "text document": ({ at, text, line }) => ({ [`notes-${at}.txt`]: `${line}\nsee ${text}\n` }),
  "JSON document": ({ at, text }) => ({
    [`etcd_info/${at}.json`]: JSON.stringify({ deep: [{ note: text }], [`k ${text}`]: 1 }),
  }),
  "broken YAML": ({ at, text }) => ({ [`namespaces/shop/bad${at}/deployments.yaml`]: `kind: [${text}\n  - {"a` }),
  "broken JSON": ({ at, text }) => ({ [`etcd_info/broken-${at}.json`]: `{"a": "${text}` }),
  "name of a file": ({ at, text }) => ({
    [/^[^/\\\s]{1,200}$/.test(text) ? `insights-data/${at} ${text}.txt` : `plain-${at}`]: "x",
  }),
};

const frame = {
  version: "must-gather\n4.16.0",
  "namespaces/shop/shop.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n",
};

const shapes = new Map(
  allShapes()
    .filter(({ structural }) => structural)
    .map((shape) => [shape.name, shape]),
);
const placeBy = new Map(places.map((place) => [place.name, place]));
const encodingBy = new Map(encodings.map((encoding) => [encoding.name, encoding]));

/** Names alone, so that a counterexample can be read. */
const planted = fc.record({
  shape: fc.constantFrom(...shapes.keys()),
  place: fc.constantFrom(...placeBy.keys()),
  encoding: fc.constantFrom(...encodingBy.keys()),
  carrier: fc.constantFrom(...Object.keys(carriers)),
  seed: fc.nat(),
});

interface Planted {
  shape: string;
  place: string;
  encoding: string;
  carrier: string;
  seed: number;
}

function plant(one: Planted, at: number): { files: Files; secret: string; what: string } {
  const [shape, place, encoding] = [shapes.get(one.shape), placeBy.get(one.place), encodingBy.get(one.encoding)];
  if (!shape || !place || !encoding) throw new Error("no such shape, place or encoding");
  const { text: plain, secret } = shape.make(seeded(one.seed));
  const text = encoding.encode(plain);
  const line = "line" in place ? place.line(text) : JSON.stringify(place.object(text));
  const note = { apiVersion: "v1", kind: "Note", metadata: { name: `n-${at}` }, text: line };
  const object = "object" in place ? line : JSON.stringify(note);
  const what = [one.shape, one.place, one.encoding, one.carrier].join(" | ");
  return { files: carriers[one.carrier]?.({ at, text, line, object }) ?? {}, secret, what };
}

describe("planted secrets", () => {
  it("are in nothing that leaves: no part, no entry of the manifest, no error", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(planted, { minLength: 50, maxLength: 50 }), async (several) => {
        const all = several.map(plant);
        const files = Object.assign({ ...frame }, ...all.map((one) => one.files));
        const { everything } = await packAll(treeSource(files));
        const leaked = all.filter(({ secret }) => readableForms(secret).some((form) => standsIn(everything, form)));
        expect(leaked.map(({ what }) => what)).toEqual([]);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);
});
