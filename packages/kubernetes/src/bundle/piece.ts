/** The text of one object, cut out of a document that may hold many. */
export interface Piece {
  text: string;
  /** Set, with no text, when the object was larger than `maxObjectCharacters`. */
  tooLarge: boolean;
  /** What the List around it has said of itself so far: items of typed lists have no kind of their own. */
  list: { apiVersion?: string; kind?: string } | undefined;
  /** YAML: the text is a sequence with this one item. */
  isItem: boolean;
}

/** The API server takes objects up to about 1.5 MiB; aggregated APIs may give more. */
export const maxObjectCharacters = 16 * 1024 * 1024;
