import type { KindRow } from "../rows/kind-row.ts";

interface ReadYamlOptions {
  rows: readonly KindRow[];
  /** Reads one object as YAML. */
  read: (row: KindRow, signal: AbortSignal) => Promise<string>;
  onDone: (done: number) => void;
  signal: AbortSignal;
}

/** Asked at the same time. */
const atOnce = 4;

/** Objects as one YAML text of many documents, in their order. Ends with the first that cannot be read. */
export async function readYaml({ rows, read, onDone, signal }: ReadYamlOptions): Promise<string> {
  const documents: string[] = new Array(rows.length).fill("");
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let at = next++; at < rows.length; at = next++) {
      signal.throwIfAborted();
      const row = rows[at];
      if (row) documents[at] = await read(row, signal);
      onDone(++done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return documents.map((document) => `---\n${document}`).join("");
}
