import { maxObjectCharacters, type Piece } from "./piece.ts";

/** What a line at the outermost level means. */
const documentMark = /^(---|\.\.\.)(\s|$)/;
/** A line that is neither blank nor a comment. */
const content = /^[^\S\n]*[^\s#]/m;
const itemsKey = /^items:\s*(#.*)?$/;
const headKey = /^(apiVersion|kind):\s*["']?([^\s"'#]+)/;

/**
 * Splits YAML into documents, and a List into its items without parsing the whole: 200 MB take the memory of one item,
 * and one item that is broken does not lose the others. Works on lines, which is enough since nothing inside an item
 * can begin as far left as the item itself. The last piece is dropped when `text` ends with an error.
 */
export async function* splitYaml(text: AsyncIterable<string>): AsyncGenerator<Piece> {
  const splitter = yamlSplitter();
  let rest = "";
  /** In a line that is too long to be kept: the rest of it is passed over. */
  let passing = false;
  for await (const chunk of text) {
    rest += chunk;
    let start = 0;
    if (passing) {
      const end = rest.indexOf("\n");
      passing = end === -1;
      start = passing ? rest.length : end + 1;
    }
    for (let end = rest.indexOf("\n", start); end !== -1; end = rest.indexOf("\n", start)) {
      yield* splitter.line(rest.slice(start, end + 1));
      start = end + 1;
    }
    rest = rest.slice(start);
    if (rest.length > maxObjectCharacters) {
      yield* splitter.line(rest);
      rest = "";
      passing = true;
    }
  }
  if (rest !== "") yield* splitter.line(rest);
  yield* splitter.end();
}

function yamlSplitter() {
  let head: Piece["list"];
  let piece: string[] = [];
  let length = 0;
  let inItems = false;
  let sawItems = false;
  let indent: number | undefined;

  function add(line: string): void {
    length += line.length;
    if (length <= maxObjectCharacters) piece.push(line);
    else piece = [];
  }
  function* flush(): Generator<Piece> {
    const tooLarge = length > maxObjectCharacters;
    const text = piece.join("");
    piece = [];
    length = 0;
    if (tooLarge) yield { text: "", tooLarge: true, list: head, isItem: inItems };
    else if (content.test(text)) yield { text, tooLarge: false, list: head, isItem: inItems };
  }
  function* endDocument(): Generator<Piece> {
    // What is left of a List is its head; a document without items is the object itself.
    if (inItems || !sawItems) yield* flush();
    piece = [];
    length = 0;
    head = undefined;
    inItems = false;
    sawItems = false;
    indent = undefined;
  }
  function* item(line: string): Generator<Piece, boolean> {
    const dash = line.search(/\S/);
    if (
      dash >= 0 &&
      line[dash] === "-" &&
      (indent === undefined || dash === indent) &&
      /\s/.test(line[dash + 1] ?? " ")
    ) {
      yield* flush();
      indent = dash;
      add(line);
      return true;
    }
    if (dash !== 0 || line[0] === "#") {
      if (piece.length > 0 || length > 0) add(line);
      return true;
    }
    yield* flush();
    inItems = false;
    return false;
  }
  return {
    *line(line: string): Generator<Piece> {
      const first = line.charCodeAt(0);
      // Blank or dash or dot: the only beginnings of lines that can be marks; cheap to tell.
      if ((first === 45 || first === 46) && documentMark.test(line)) {
        yield* endDocument();
        if (line.startsWith("--- ") && line.slice(4).trim() !== "") add(line.slice(4));
        return;
      }
      if (!sawItems && first === 45 && /^-\s/.test(line) && !content.test(piece.join(""))) {
        // The document is a sequence itself, without a List around it.
        inItems = true;
        sawItems = true;
        piece = [];
        length = 0;
      }
      if (inItems && (yield* item(line))) return;
      const key = first === 97 || first === 107 ? headKey.exec(line) : null;
      if (key?.[1] && key[2]) head = { ...head, [key[1]]: key[2] };
      if (first === 105 && itemsKey.test(line.trimEnd())) {
        inItems = true;
        sawItems = true;
        piece = [];
        length = 0;
        return;
      }
      if (!sawItems) add(line);
    },
    end: endDocument,
  };
}
