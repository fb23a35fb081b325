import { concat } from "../../packing/gzip.ts";
import type { Redactor } from "../redactor.ts";
import { encodings, readableForms, standsIn } from "./encodings.ts";
import { innocents } from "./innocents.ts";
import { namedShapes } from "./named-shapes.ts";
import { type Place, places } from "./places.ts";
import { providerShapes } from "./provider-shapes.ts";
import { seeded } from "./seeded.ts";
import type { Shape } from "./shape.ts";
import { structuralShapes } from "./structural-shapes.ts";

export interface Recall {
  tried: number;
  found: number;
  /** "shape | place | encoding" of each that is still readable. */
  missed: string[];
}

export interface CorpusFigures {
  shapes: number;
  structural: Recall;
  named: Recall;
  innocents: { tried: number; altered: string[] };
}

/** Every shape in every place and encoding, and every innocent in every place, through a redactor. */
export async function measureCorpus(redactor: Redactor): Promise<CorpusFigures> {
  const random = seeded(4711);
  const shapes = [...providerShapes(), ...structuralShapes(), ...namedShapes()];
  const structural: Recall = { tried: 0, found: 0, missed: [] };
  const named: Recall = { tried: 0, found: 0, missed: [] };
  for (const shape of shapes) {
    for (const place of places) {
      for (const { name, encode } of encodings) {
        const { text, secret } = shape.make(random);
        const out = await through({ redactor, place, text: encode(text) });
        const leaked = readableForms(secret).some((form) => standsIn(out, form));
        count(shape.structural ? structural : named, { leaked, what: `${shape.name} | ${place.name} | ${name}` });
      }
    }
  }
  return { shapes: shapes.length, structural, named, innocents: await measureInnocents(redactor) };
}

async function measureInnocents(redactor: Redactor): Promise<CorpusFigures["innocents"]> {
  const altered: string[] = [];
  let tried = 0;
  for (const text of innocents()) {
    for (const place of places) {
      tried++;
      const before = "line" in place ? place.line(text) : JSON.stringify(place.object(text));
      if ((await through({ redactor, place, text })) !== before) altered.push(`${place.name}: ${text}`);
    }
  }
  return { tried, altered };
}

function count(recall: Recall, { leaked, what }: { leaked: boolean; what: string }): void {
  recall.tried++;
  if (leaked) recall.missed.push(what);
  else recall.found++;
}

async function through(opts: { redactor: Redactor; place: Place; text: string }): Promise<string> {
  const { redactor, place, text } = opts;
  const where = { namespace: "shop", where: "corpus" };
  if ("object" in place) return JSON.stringify(redactor.object(place.object(text), { ...where, plural: undefined }));
  const chunks: Uint8Array[] = [];
  const bytes = new TextEncoder().encode(place.line(text));
  async function* one() {
    yield bytes;
  }
  for await (const chunk of redactor.lines(one(), where)) chunks.push(chunk);
  return new TextDecoder().decode(concat(chunks));
}

/** The shapes by themselves, for tests that plant them elsewhere. */
export function allShapes(): Shape[] {
  return [...providerShapes(), ...structuralShapes(), ...namedShapes()];
}
