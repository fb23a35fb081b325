import type { Needle } from "../needles.ts";
import type { VictoriaLogs } from "./victoria-logs.ts";

/**
 * The quickest filter of LogsQL that finds what grep finds: a phrase of words where the text consists of whole ones, else an
 * expression. Throws where neither does.
 */
export async function logsQlOf(peer: VictoriaLogs, { text, lines }: Needle): Promise<string> {
  const expression = `(?i)${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`;
  const filters = [`i(${JSON.stringify(text)})`, `~${JSON.stringify(expression)}`];
  const counts: number[] = [];
  for (const filter of filters) {
    const found = await peer.count(`${filter} | stats count() lines`);
    if (found === lines) return filter;
    counts.push(found);
  }
  throw new Error(`VictoriaLogs finds ${counts.join(" or ")} lines of "${text}", rg ${lines}.`);
}
