/** What is remembered of one object; 44 bytes, since a bundle may hold a million. */
export interface ObjectRow {
  /** 53 bits of its key. */
  hash: number;
  /** Numbers of its type and its namespace in lists of their own. */
  type: number;
  namespace: number;
  /** Where its JSON lies in the spool. */
  start: number;
  length: number;
  /** resourceVersion; NaN where it is no number. */
  version: number;
}

export interface ObjectTable {
  /** Numbers of the rows with this hash; usually none or one. */
  withHash(hash: number): Generator<number>;
  row(index: number): ObjectRow;
  add(row: ObjectRow): void;
  replace(index: number, row: ObjectRow): void;
  size(): number;
}

const firstRows = 4096;

/** Rows in typed arrays with a hash index of open addressing: objects and strings for each would take six times as much. */
export function objectTable(): ObjectTable {
  let room = firstRows;
  let size = 0;
  let hashes = new Float64Array(room);
  let starts = new Float64Array(room);
  let versions = new Float64Array(room);
  let lengths = new Uint32Array(room);
  let types = new Uint32Array(room);
  let namespaces = new Uint32Array(room);
  /** Row number + 1; 0 is free. At most half full. */
  let slots = new Uint32Array(room * 2);

  function place(index: number): void {
    let slot = slotOf(hashes[index] ?? 0, slots.length);
    while (slots[slot] !== 0) slot = (slot + 1) % slots.length;
    slots[slot] = index + 1;
  }
  function grow(): void {
    room *= 2;
    hashes = largerFloats(hashes, room);
    starts = largerFloats(starts, room);
    versions = largerFloats(versions, room);
    lengths = largerIntegers(lengths, room);
    types = largerIntegers(types, room);
    namespaces = largerIntegers(namespaces, room);
    slots = new Uint32Array(room * 2);
    for (let index = 0; index < size; index++) place(index);
  }
  function write(index: number, row: ObjectRow): void {
    hashes[index] = row.hash;
    starts[index] = row.start;
    versions[index] = row.version;
    lengths[index] = row.length;
    types[index] = row.type;
    namespaces[index] = row.namespace;
  }
  return {
    *withHash(hash) {
      for (let slot = slotOf(hash, slots.length); ; slot = (slot + 1) % slots.length) {
        const found = slots[slot] ?? 0;
        if (found === 0) return;
        if (hashes[found - 1] === hash) yield found - 1;
      }
    },
    row: (index) => ({
      hash: hashes[index] ?? 0,
      type: types[index] ?? 0,
      namespace: namespaces[index] ?? 0,
      start: starts[index] ?? 0,
      length: lengths[index] ?? 0,
      version: versions[index] ?? Number.NaN,
    }),
    add(row) {
      if (size === room) grow();
      write(size, row);
      place(size);
      size++;
    },
    replace: write,
    size: () => size,
  };
}

function slotOf(hash: number, slots: number): number {
  return hash % slots;
}

function largerFloats(from: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const to = new Float64Array(length);
  to.set(from);
  return to;
}

function largerIntegers(from: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(length);
  to.set(from);
  return to;
}
