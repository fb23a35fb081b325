/**
 * The key of a row: what it shows, or its place. By place a row that others overtake while data comes in is written anew
 * where it stands, instead of moving.
 */
export function rowKey(shown: string, place: number, staysInPlace: boolean): string {
  return staysInPlace ? `place ${place}` : shown;
}
