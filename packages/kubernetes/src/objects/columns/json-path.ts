import { asText, list, property } from "../json.ts";

type Step =
  | { type: "field"; name: string }
  | { type: "index"; index: number }
  | { type: "all" }
  | { type: "filter"; path: string[]; equals: string };

const maxPathLength = 1000;

/**
 * The part of kubectl's JSONPath that `additionalPrinterColumns` use: `.a.b`, `['a.b']`, `[0]`, `[-1]`, `[*]`,
 * `[?(@.type=="Ready")]`, escaped dots. Undefined for anything else, so the column stays empty instead of wrong.
 */
export function readJsonPath(path: string): Step[] | undefined {
  if (path.length > maxPathLength) return undefined;
  const steps: Step[] = [];
  let rest = path
    .trim()
    .replace(/^\{(.*)\}$/s, "$1")
    .replace(/^\$/, "");
  while (rest !== "") {
    const taken = takeStep(rest);
    if (taken === undefined) return undefined;
    if (taken.step !== undefined) steps.push(taken.step);
    rest = rest.slice(taken.length);
  }
  return steps;
}

const filter = /^\[\?\(\s*@((?:\.[\w-]+)+)\s*==\s*(?:"([^"]*)"|'([^']*)'|(true|false|-?\d+))\s*\)\]/;

function takeStep(rest: string): { step: Step | undefined; length: number } | undefined {
  const field = /^\.?((?:[^.[\]\\]|\\.)+)/.exec(rest);
  if (field !== null) return { step: fieldStep((field[1] ?? "").replace(/\\(.)/g, "$1")), length: field[0].length };
  const quoted = /^\.?\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\]/.exec(rest);
  if (quoted !== null) {
    const name = (quoted[1] ?? quoted[2] ?? "").replace(/\\(.)/g, "$1");
    return { step: { type: "field", name }, length: quoted[0].length };
  }
  const index = /^\.?\[(-?\d+)\]/.exec(rest);
  if (index !== null) return { step: { type: "index", index: Number(index[1]) }, length: index[0].length };
  const all = /^\.?\[\*\]/.exec(rest);
  if (all !== null) return { step: { type: "all" }, length: all[0].length };
  const match = filter.exec(rest);
  if (match !== null) {
    const equals = match[2] ?? match[3] ?? match[4] ?? "";
    return { step: { type: "filter", path: (match[1] ?? "").slice(1).split("."), equals }, length: match[0].length };
  }
  return rest === "." ? { step: undefined, length: 1 } : undefined;
}

function fieldStep(name: string): Step {
  return name === "*" ? { type: "all" } : { type: "field", name };
}

const maxFound = 1000;

/** All values at the path, in order; at most 1,000. */
export function evaluateJsonPath(steps: readonly Step[], object: unknown): unknown[] {
  let found: unknown[] = [object];
  for (const step of steps) {
    const next: unknown[] = [];
    for (const value of found) {
      for (const item of apply(step, value)) if (next.length < maxFound) next.push(item);
    }
    found = next;
  }
  return found.filter((value) => value !== undefined && value !== null);
}

function apply(step: Step, value: unknown): unknown[] {
  switch (step.type) {
    case "field":
      return [property(value, step.name)];
    case "index":
      return [list(value).at(step.index)];
    case "all":
      return Array.isArray(value) ? value.slice(0, maxFound) : [];
    case "filter":
      return list(value).filter((item) => {
        let at = item;
        for (const name of step.path) at = property(at, name);
        return at !== undefined && asText(at) === step.equals;
      });
  }
}
