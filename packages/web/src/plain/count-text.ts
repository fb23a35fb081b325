const format = new Intl.NumberFormat("en");

/** 2,318 */
export function countText(count: number): string {
  return format.format(count);
}
