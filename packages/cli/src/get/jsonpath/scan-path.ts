import type { FilterOp, Operand, Path, Step } from "./json-path.ts";
import type { Scanner } from "./scanner.ts";

const filterOps: readonly FilterOp[] = ["==", "!=", "<=", ">=", "<", ">"];

/** `$.a.b[0]`, `@.a`, `.a..b`, `['x']`. */
export function scanPath(scanner: Scanner): Path {
  const root = scanner.take("$");
  if (!root) scanner.take("@");
  const steps: Step[] = [];
  for (;;) {
    if (scanner.take("..")) steps.push({ type: "recursive", name: scanner.take("*") ? undefined : fieldName(scanner) });
    else if (scanner.take(".")) {
      const step = scanDot(scanner);
      if (step) steps.push(step);
    } else if (scanner.take("[")) steps.push(scanBracket(scanner));
    else return { root, steps };
  }
}

/** `{.}` is the value itself, and `.[` may follow a dot. */
function scanDot(scanner: Scanner): Step | undefined {
  if (scanner.take("*")) return { type: "wildcard" };
  const name = fieldName(scanner);
  return name === undefined ? undefined : { type: "field", name };
}

/** A name; dots in it are written `\.`. */
function fieldName(scanner: Scanner): string | undefined {
  return scanner.match(/(?:\\.|[^\s.[\]{}()=!<>'"|,\\])+/)?.replace(/\\(.)/g, "$1");
}

function scanBracket(scanner: Scanner): Step {
  if (scanner.take("?(")) {
    const step = scanFilter(scanner);
    scanner.expect(")");
    scanner.expect("]");
    return step;
  }
  const steps = [scanChoice(scanner)];
  while (scanner.take(",")) steps.push(scanChoice(scanner));
  scanner.expect("]");
  const [only] = steps;
  return only && steps.length === 1 ? only : { type: "union", steps };
}

function scanChoice(scanner: Scanner): Step {
  scanner.skipBlanks();
  const step = scanOne(scanner);
  scanner.skipBlanks();
  return step;
}

function scanOne(scanner: Scanner): Step {
  if (scanner.take("*")) return { type: "wildcard" };
  if (/^["']/.test(scanner.rest())) return { type: "field", name: scanner.quoted() };
  const from = number(scanner);
  if (!scanner.take(":")) {
    if (from === undefined) throw new Error("a number, a name in quotes or * is missing in [ ]");
    return { type: "index", at: from };
  }
  const to = number(scanner);
  const step = scanner.take(":") ? (number(scanner) ?? 1) : 1;
  if (step < 1) throw new Error("the step of a slice must be 1 or more");
  return { type: "slice", from, to, step };
}

function number(scanner: Scanner): number | undefined {
  const text = scanner.match(/-?\d+/);
  return text === undefined ? undefined : Number(text);
}

function scanFilter(scanner: Scanner): Step {
  const left = scanOperand(scanner);
  scanner.skipBlanks();
  const op = filterOps.find((one) => scanner.take(one));
  if (op !== undefined) {
    scanner.skipBlanks();
    const right = scanOperand(scanner);
    scanner.skipBlanks();
    return { type: "filter", left, op, right };
  }
  if (left.type === "path") return { type: "exists", path: left.path };
  throw new Error("a filter compares with ==, !=, <, <=, > or >=");
}

function scanOperand(scanner: Scanner): Operand {
  scanner.skipBlanks();
  if (/^["']/.test(scanner.rest())) return { type: "literal", value: scanner.quoted() };
  if (/^[@$.]/.test(scanner.rest())) return { type: "path", path: scanPath(scanner) };
  const word = scanner.match(/-?\d+(?:\.\d+)?|true|false|null|nil/);
  if (word === undefined) throw new Error("a path, a number or a text in quotes is missing in the filter");
  if (word === "null" || word === "nil") return { type: "literal", value: null };
  return { type: "literal", value: word === "true" || (word === "false" ? false : Number(word)) };
}
