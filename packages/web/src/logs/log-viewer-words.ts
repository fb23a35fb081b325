/** Words of the URL that hold the lines one is at and whether lines are wrapped. */
export interface LogViewerWords {
  line: string;
  wrap: string;
}
