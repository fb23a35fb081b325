/** The id of an option in the page: names are hostile, so it is made of their digits alone. */
export function optionId(key: string): string {
  let hash = 0;
  for (const character of key) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return `palette-${key.length}-${hash >>> 0}`;
}
