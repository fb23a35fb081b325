import type { FilterOp, Operand, Path, Piece, Step } from "./json-path.ts";

/** What the template makes of `document`: values joined by blanks, objects as JSON, what is missing as nothing. */
export function evaluateJsonPath(template: readonly Piece[], document: unknown): string {
  return render(template, { document, current: document });
}

interface Place {
  document: unknown;
  current: unknown;
}

function render(pieces: readonly Piece[], place: Place): string {
  return pieces
    .map((piece) => {
      if (piece.type === "text") return piece.text;
      const values = select(piece.path, place);
      if (piece.type === "path") return values.map(textOf).join(" ");
      // kubectl goes through the elements of a list, also where the path names the list itself.
      return values
        .flatMap((value) => (Array.isArray(value) ? value : [value]))
        .map((current) => render(piece.body, { ...place, current }))
        .join("");
    })
    .join("");
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return value === null ? "" : JSON.stringify(value);
}

function select(path: Path, place: Place): unknown[] {
  let values: unknown[] = [path.root ? place.document : place.current];
  for (const step of path.steps) values = values.flatMap((value) => follow(step, value, place.document));
  return values;
}

function follow(step: Step, value: unknown, document: unknown): unknown[] {
  switch (step.type) {
    case "field":
      return fieldOf(value, step.name);
    case "wildcard":
      return childrenOf(value);
    case "recursive":
      return [...descend(value)].flatMap((one) =>
        step.name === undefined ? childrenOf(one) : fieldOf(one, step.name),
      );
    case "index": {
      if (!Array.isArray(value)) return [];
      const at = step.at < 0 ? value.length + step.at : step.at;
      return at in value ? [value[at]] : [];
    }
    case "slice":
      return Array.isArray(value) ? value.slice(step.from, step.to).filter((_, index) => index % step.step === 0) : [];
    case "union":
      return step.steps.flatMap((one) => follow(one, value, document));
    case "exists":
      return listOf(value).filter((current) => select(step.path, { document, current }).length > 0);
    case "filter":
      return listOf(value).filter((current) => compares(step, { document, current }));
  }
}

function fieldOf(value: unknown, name: string): unknown[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const found = Object.entries(value).find(([key]) => key === name);
  return found ? [found[1]] : [];
}

function childrenOf(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value and all below it; no recursion, since captured objects may be deep. */
function* descend(value: unknown): Generator<unknown> {
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    yield next;
    waiting.push(...childrenOf(next).reverse());
  }
}

function compares(filter: { left: Operand; op: FilterOp; right: Operand }, place: Place): boolean {
  const [left, right] = [operand(filter.left, place), operand(filter.right, place)];
  if (left === undefined || right === undefined) return false;
  const order = typeof left === "number" && typeof right === "number" ? left - right : compareText(left, right);
  switch (filter.op) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function compareText(left: unknown, right: unknown): number {
  const [a, b] = [String(left), String(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function operand(side: Operand, place: Place): unknown {
  return side.type === "literal" ? side.value : select(side.path, place)[0];
}
