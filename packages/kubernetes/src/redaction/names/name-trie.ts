export type NameKind = "namespace" | "host" | "domain";

export interface NameHit {
  kind: NameKind;
  end: number;
}

interface Node {
  next: Map<number, Node>;
  /** The names that end here, in their own case. */
  names: { kind: NameKind; name: string }[];
}

export interface NameTrie {
  /** The longest name that begins at `at` and ends where `fits` allows. */
  longestAt(text: string, at: number, fits: (hit: NameHit) => boolean): NameHit | undefined;
}

/** All names at once: a text is walked along it from each beginning of a word, whatever the number of names. */
export function nameTrie(lists: Readonly<Record<NameKind, Iterable<string>>>): NameTrie {
  const root = newNode();
  for (const kind of ["namespace", "host", "domain"] as const) {
    for (const name of lists[kind]) insert(root, { kind, name });
  }
  return {
    longestAt(text, at, fits) {
      let node: Node | undefined = root;
      let best: NameHit | undefined;
      for (let end = at; node && end <= text.length; end++) {
        for (const { kind, name } of node.names) {
          const hit = { kind, end };
          // Hosts are the same in any case, namespaces are not.
          if (kind === "namespace" && text.slice(at, end) !== name) continue;
          if (fits(hit)) best = hit;
        }
        node = node.next.get(lowerCase(text.charCodeAt(end)));
      }
      return best;
    },
  };
}

function insert(root: Node, entry: { kind: NameKind; name: string }): void {
  let node = root;
  for (let at = 0; at < entry.name.length; at++) {
    const code = lowerCase(entry.name.charCodeAt(at));
    let next = node.next.get(code);
    if (!next) {
      next = newNode();
      node.next.set(code, next);
    }
    node = next;
  }
  if (entry.name !== "") node.names.push(entry);
}

function newNode(): Node {
  return { next: new Map(), names: [] };
}

function lowerCase(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
