/** From here on the scheduler tells what it tried next, not why the pod does not fit. */
const afterthought = /[.,]?\s*(no new claims to deallocate|preemption:|Preemption is not helpful).*$/s;
const scheduler = /(\d+\/\d+) nodes are available: ([^;]*)/;

const longChars = 160;

/**
 * A reason in words short enough for one line: what the scheduler says without its afterthoughts, a long chain of
 * errors by its beginning and its end. The whole stands in the object.
 */
export function shortReason(reason: string): string {
  const fitted = reason.replace(scheduler, (_all, nodes: string, why: string) => {
    const told = why
      .replace(afterthought, "")
      .replaceAll("node(s) ", "")
      .replace(/[.,\s]*not found$|[.,\s]+$/, "");
    return `${nodes} nodes fit${told === "" ? "" : `: ${told}`}`;
  });
  return fitted.split("; ").map(shortChain).join("; ");
}

function shortChain(text: string): string {
  if (text.length <= longChars) return text;
  const links = text.split(": ");
  const [first, second, last] = [links[0], links[1], links.at(-1)];
  if (links.length < 4 || !first || !second || !last) return text;
  return `${first}: ${second}: … ${last}`;
}
