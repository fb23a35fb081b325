import { EVENT_ID, getScalarValue, parseEvents } from "js-yaml";

type Path = readonly PropertyKey[];

/** Number (from 1) of the line where `path` of a YAML text stands, or the nearest thing around it. */
export function lineOf(text: string, path: Path): number {
  const starts = startsOf(text);
  for (let length = path.length; length > 0; length--) {
    const start = starts.get(keyOf(path.slice(0, length)));
    if (start !== undefined) return text.slice(0, start).split("\n").length;
  }
  return 1;
}

interface Open {
  path: Path;
  /** Of a mapping: the key whose value comes next. */
  key: string | undefined;
  /** Of a sequence: the number of the next item. */
  next: number | undefined;
}

/** Where each key of a mapping and each item of a sequence begins. */
function startsOf(text: string): Map<string, number> {
  const starts = new Map<string, number>();
  const open: Open[] = [];
  for (const event of parseEvents(text, {})) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const around = open.at(-1);
    const start = "start" in event ? event.start : "valueStart" in event ? event.valueStart : 0;
    let path: Path = [];
    if (around?.next !== undefined) {
      path = [...around.path, around.next++];
      starts.set(keyOf(path), start);
    } else if (around && event.type === EVENT_ID.SCALAR && around.key === undefined) {
      around.key = getScalarValue(text, event);
      starts.set(keyOf([...around.path, around.key]), start);
    } else if (around?.key !== undefined) {
      path = [...around.path, around.key];
      around.key = undefined;
    }
    if (event.type === EVENT_ID.SEQUENCE) open.push({ path, key: undefined, next: 0 });
    else if (event.type === EVENT_ID.MAPPING) open.push({ path, key: undefined, next: undefined });
    else if (event.type === EVENT_ID.DOCUMENT) open.push({ path: [], key: undefined, next: undefined });
  }
  return starts;
}

function keyOf(path: Path): string {
  return JSON.stringify(path.map(String));
}
