import type { Marks } from "../marks.ts";
import type { Redaction } from "../redactor.ts";
import type { Scanner } from "../scanner.ts";
import type { MeaningReader } from "./meaning.ts";
import type { OwnKeys } from "./own-keys.ts";
import type { NameSays } from "./secret-name.ts";

/** What the rules of one capture work with. */
export interface ObjectRules {
  scanner: Scanner;
  marks: Marks;
  own: OwnKeys;
  nameSays(name: string): NameSays;
  meanings: MeaningReader;
}

export type Taken = Pick<Redaction, "rule" | "at" | "before" | "mark">;

/** One reading of an object, a document, or of a text within one. */
interface Reading {
  rules: ObjectRules;
  tell(taken: Taken): void;
  /** Texts that it lies in: JSON in a string, base64 in JSON. */
  nesting: number;
}

/** The field that is being looked at. */
export interface Spot {
  reading: Reading;
  parent: Spot | undefined;
  step: string | number;
  /** Fields above it. */
  depth: number;
}

/** A field of the one at `spot`. */
export function below(spot: Spot, step: string | number): Spot {
  return { reading: spot.reading, parent: spot, step, depth: spot.depth + 1 };
}

/** The same place, in a text that stands there. */
export function within(spot: Spot, tell: (taken: Taken) => void): Spot {
  const { reading, parent, step, depth } = spot;
  return { reading: { rules: reading.rules, tell, nesting: reading.nesting + 1 }, parent, step, depth };
}

/** "spec.containers[0].env[2].value"; names with other characters as `["a.b/c"]`. */
function pathOf(spot: Spot): string {
  const steps: string[] = [];
  for (let at: Spot | undefined = spot; at?.parent; at = at.parent) {
    if (typeof at.step === "number") steps.push(`[${at.step}]`);
    else steps.push(/^[A-Za-z_]\w*$/.test(at.step) ? `.${at.step}` : `[${JSON.stringify(at.step)}]`);
  }
  return steps.reverse().join("").replace(/^\./, "");
}

/** Longest text that is shown of what stood there. */
const maxBefore = 200;

/** The mark in the place of `secret`, told as taken out. `before` is what the review shows, by default the secret. */
export function takeOut(spot: Spot, found: { rule: string; secret: string; before?: string }): string {
  const mark = spot.reading.rules.marks.of(found.rule, found.secret);
  tellTaken(spot, { rule: found.rule, before: found.before ?? found.secret, mark });
  return mark;
}

/** Tells that `before` was taken out and `mark` stands there ("" where nothing does). */
export function tellTaken(spot: Spot, taken: Omit<Taken, "at">): void {
  spot.reading.tell({ ...taken, before: taken.before.slice(0, maxBefore), at: pathOf(spot) });
}
