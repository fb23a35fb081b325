import { storableJson } from "./storable.ts";

/** Rows of one statement. */
const maxRows = 500;
/** Characters of JSON of one statement: it is parsed whole by the store. */
const maxLength = 4 * 1024 * 1024;

/** JSON arrays of `rows`, each small enough for one statement. A larger single row is a batch of its own. */
export function* inBatches(rows: Iterable<unknown>): Generator<string> {
  let batch: string[] = [];
  let length = 0;
  for (const row of rows) {
    const json = storableJson(row);
    if (batch.length === maxRows || (batch.length > 0 && length + json.length > maxLength)) {
      yield `[${batch.join(",")}]`;
      batch = [];
      length = 0;
    }
    batch.push(json);
    length += json.length;
  }
  if (batch.length > 0) yield `[${batch.join(",")}]`;
}
