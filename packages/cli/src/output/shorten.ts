/** A captured text of at most so many characters: cut between words, with an ellipsis, and what it opened closed. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  const whole = /\s/.test(text.charAt(most - 1)) ? kept : kept.replace(/\s+\S*$/, "");
  const words = whole.replace(/(?:[\s,;:.([{"'`-]|[\uD800-\uDBFF])+$/, "");
  return `${words}…${")".repeat(unclosed(words))}`;
}

function unclosed(text: string): number {
  let open = 0;
  for (const sign of text) {
    if (sign === "(") open += 1;
    if (sign === ")") open = Math.max(0, open - 1);
  }
  return open;
}
