/** A query that cannot be read: `message` says what is wrong and what was expected, `from`–`to` where (characters). */
export class QueryError extends Error {
  readonly from: number;
  readonly to: number;

  constructor(message: string, place: { from: number; to: number }) {
    super(message);
    this.name = "QueryError";
    this.from = place.from;
    this.to = place.to;
  }
}
