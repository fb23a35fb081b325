/** What was typed before the palette's code was there. */
export interface Typed {
  text: string;
  /** Enter was pressed after it: what is found first is meant. */
  entered: boolean;
}
