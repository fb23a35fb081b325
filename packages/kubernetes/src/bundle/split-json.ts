import { maxObjectCharacters, type Piece } from "./piece.ts";

/**
 * Splits JSON (one document or many, one behind the other) into the items of Lists and arrays and into single objects,
 * without parsing the whole: a List of 200 MB takes the memory of one item. What is no JSON between documents comes as
 * a piece that does not parse. An object that the text ends in is dropped when `text` ends with an error.
 */
export async function* splitJson(text: AsyncIterable<string>): AsyncGenerator<Piece> {
  const splitter = jsonSplitter();
  for await (const chunk of text) yield* splitter.chunk(chunk);
  yield* splitter.end();
}

const quote = 34;
const backslash = 92;

function jsonSplitter() {
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** Depth at which the elements of the open list lie; 0 outside of one. */
  let itemDepth = 0;
  /** Last string at the outermost level of the document, and where it began. */
  let lastText = "";
  let lastKey = "";
  let textStart = -1;
  let head: Piece["list"];
  let sawItems = false;
  let garbage = false;
  /** Kept text of the piece that is open, from chunks before this one. */
  let kept: string[] = [];
  let length = 0;
  let tooLarge = false;
  /** Where the open piece begins in this chunk; -1: none is open. */
  let start = -1;

  function keep(part: string): void {
    length += part.length;
    if (length > maxObjectCharacters) {
      tooLarge = true;
      kept = [];
    } else kept.push(part);
  }
  function take(isItem: boolean): Piece {
    const piece: Piece = { text: tooLarge ? "" : kept.join(""), tooLarge, list: head, isItem };
    kept = [];
    length = 0;
    tooLarge = false;
    start = -1;
    return piece;
  }
  function drop(): void {
    take(false);
  }
  function noteText(): void {
    if (lastKey === "kind" || lastKey === "apiVersion") head = { ...head, [lastKey]: lastText };
    lastKey = "";
  }
  function open(chunk: string, at: number): void {
    const isArray = chunk[at] === "[";
    depth++;
    if (depth === 1) {
      garbage = false;
      head = undefined;
      sawItems = false;
      lastKey = "";
      if (isArray) itemDepth = 1;
      else start = at;
    } else if (depth === 2 && itemDepth === 0 && isArray && lastKey === "items") {
      // The head of a List is kept in `head`; its text is not needed.
      drop();
      sawItems = true;
      itemDepth = 2;
    } else if (itemDepth > 0 && depth === itemDepth + 1) start = at;
  }
  function* close(chunk: string, at: number): Generator<Piece> {
    if (depth === 0) return;
    depth--;
    if (itemDepth > 0) {
      if (depth === itemDepth && start !== -1) {
        keep(chunk.slice(start, at + 1));
        yield take(true);
      } else if (depth < itemDepth) {
        itemDepth = 0;
        lastKey = "";
      }
    } else if (depth === 0 && start !== -1) {
      keep(chunk.slice(start, at + 1));
      yield take(false);
    }
  }
  function* outside(code: number): Generator<Piece> {
    if (garbage || code <= 32 || code === 44 || code === 0xfeff) return;
    garbage = true;
    yield { text: "", tooLarge: false, list: undefined, isItem: false };
  }
  return {
    *chunk(chunk: string): Generator<Piece> {
      if (start !== -1) start = 0;
      if (textStart !== -1) textStart = 0;
      let nextBackslash = chunk.indexOf("\\");
      for (let at = 0; at < chunk.length; at++) {
        if (inString && !escaped) {
          // Most of a document is the inside of strings: jump to what may end this one.
          const nextQuote = chunk.indexOf('"', at);
          if (nextBackslash !== -1 && nextBackslash < at) nextBackslash = chunk.indexOf("\\", at);
          const next =
            nextBackslash === -1 || (nextQuote !== -1 && nextQuote < nextBackslash) ? nextQuote : nextBackslash;
          if (next === -1) break;
          at = next;
        }
        const code = chunk.charCodeAt(at);
        if (inString) {
          if (escaped) escaped = false;
          else if (code === backslash) escaped = true;
          else if (code === quote) {
            inString = false;
            if (textStart !== -1) {
              lastText = (lastText + chunk.slice(textStart, at)).slice(0, 300);
              textStart = -1;
              noteText();
            }
          }
          continue;
        }
        if (code === quote) {
          if (depth === 0) continue;
          inString = true;
          if (depth === 1 && itemDepth === 0) {
            lastText = "";
            textStart = at + 1;
          }
        } else if (code === 58) {
          if (depth === 1 && itemDepth === 0) lastKey = lastText;
        } else if (code === 44 && depth === 1) lastKey = "";
        else if (code === 123 || code === 91) open(chunk, at);
        else if (code === 125 || code === 93) yield* close(chunk, at);
        else if (depth === 0) yield* outside(code);
      }
      if (start !== -1) keep(chunk.slice(start));
      if (textStart !== -1) lastText = (lastText + chunk.slice(textStart)).slice(0, 300);
    },
    *end(): Generator<Piece> {
      // The text ends inside an object or a list: say so, whatever was complete is out already.
      if (depth > 0) yield { text: "", tooLarge: false, list: sawItems ? head : undefined, isItem: false };
    },
  };
}
