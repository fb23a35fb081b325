/** Finds many literals at once, in any case of ASCII letters (Aho and Corasick 1975), as flat tables. */
export interface Automaton {
  /** Class of a byte or of a UTF-16 unit below 256; all others are of class 0. */
  classOf: Uint8Array;
  /** `next[state + class]`: states are row offsets, the root is 0. */
  next: Int32Array;
  /** States from here on end at least one literal. */
  accepting: number;
  /** Numbers of the literals that end in an accepting state, longest first. */
  endingAt(state: number): readonly number[];
  literals: readonly string[];
}

interface Node {
  children: Map<number, number>;
  fail: number;
  ends: number[];
}

/** Literals are ASCII; their position in the list is their number. */
export function buildAutomaton(given: readonly string[]): Automaton {
  const literals = given.map((literal) => literal.toLowerCase());
  const { classOf, classes } = classesOf(literals);
  const nodes = trieOf(literals, classOf);
  const order = linkFailures(nodes);
  return tablesOf({ nodes, order, classOf, classes, literals });
}

function classesOf(literals: readonly string[]): { classOf: Uint8Array; classes: number } {
  const classOf = new Uint8Array(256);
  let classes = 1;
  for (const literal of literals)
    for (let at = 0; at < literal.length; at++) {
      const code = literal.charCodeAt(at);
      if (code > 127) throw new RangeError("A literal of the automaton must be ASCII");
      if (classOf[code] === 0) classOf[code] = classes++;
    }
  for (let code = 65; code <= 90; code++) classOf[code] = classOf[code + 32] ?? 0;
  return { classOf, classes };
}

function trieOf(literals: readonly string[], classOf: Uint8Array): Node[] {
  const nodes: Node[] = [{ children: new Map(), fail: 0, ends: [] }];
  for (const [number, literal] of literals.entries()) {
    let here = 0;
    for (let at = 0; at < literal.length; at++) {
      const step = classOf[literal.charCodeAt(at)] ?? 0;
      let child = nodes[here]?.children.get(step);
      if (child === undefined) {
        child = nodes.push({ children: new Map(), fail: 0, ends: [] }) - 1;
        nodes[here]?.children.set(step, child);
      }
      here = child;
    }
    nodes[here]?.ends.push(number);
  }
  return nodes;
}

/** Nodes by depth, each with the node of its longest proper suffix and what ends there. */
function linkFailures(nodes: Node[]): number[] {
  const order = [0];
  for (let at = 0; at < order.length; at++) {
    const here = order[at] ?? 0;
    for (const [step, child] of nodes[here]?.children ?? []) {
      order.push(child);
      const node = nodes[child];
      if (!node || here === 0) continue;
      let suffix = nodes[here]?.fail ?? 0;
      while (suffix !== 0 && !nodes[suffix]?.children.has(step)) suffix = nodes[suffix]?.fail ?? 0;
      node.fail = nodes[suffix]?.children.get(step) ?? 0;
      node.ends.push(...(nodes[node.fail]?.ends ?? []));
    }
  }
  return order;
}

interface Parts {
  nodes: Node[];
  order: number[];
  classOf: Uint8Array;
  classes: number;
  literals: readonly string[];
}

/** Rows of accepting states come last, so that one comparison tells them. */
function tablesOf({ nodes, order, classOf, classes, literals }: Parts): Automaton {
  const rows = [
    ...order.filter((node) => nodes[node]?.ends.length === 0),
    ...order.filter((node) => nodes[node]?.ends.length !== 0),
  ];
  const rowOf = new Int32Array(nodes.length);
  rows.forEach((node, row) => {
    rowOf[node] = row * classes;
  });
  const next = new Int32Array(nodes.length * classes);
  for (const node of order) {
    const row = rowOf[node] ?? 0;
    const failRow = rowOf[nodes[node]?.fail ?? 0] ?? 0;
    if (node !== 0) next.copyWithin(row, failRow, failRow + classes);
    for (const [step, child] of nodes[node]?.children ?? []) next[row + step] = rowOf[child] ?? 0;
  }
  const first = rows.findIndex((node) => nodes[node]?.ends.length !== 0);
  const accepting = (first < 0 ? rows.length : first) * classes;
  const ends = rows.slice(accepting / classes).map((node) => nodes[node]?.ends ?? []);
  return { classOf, next, accepting, literals, endingAt: (state) => ends[(state - accepting) / classes] ?? [] };
}
