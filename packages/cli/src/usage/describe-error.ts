import { isKubinError } from "@kubin/schema";
import { inert } from "../output/inert.ts";

const hints: Record<string, string> = {
  UNAVAILABLE: "--server or KUBIN_SERVER names another server; `npm start` in the Kubin repository starts one.",
};

/** Lines are broken before this column. */
const width = 110;

/**
 * `error: what is wrong`, then on lines of their own what was expected and what to do. Nothing in it can drive a
 * terminal.
 */
export function describeError(error: unknown): string {
  if (isKubinError(error)) {
    const hint = hints[error.code];
    return layOut([...error.message.split("\n"), ...(hint ? [hint] : [])]);
  }
  const said = error instanceof Error ? error.message : String(error);
  return layOut([`Something went wrong inside kubin: ${said}`, "Please report it; KUBIN_DEBUG=1 shows the details."]);
}

/** The first sentence alone, the others below it. Lines that come with an indent or a mark stay as they are. */
function layOut(lines: readonly string[]): string {
  const [head = "", ...rest] = lines.map((line) => inert(line.trimEnd()));
  const end = /[.!?] (?=[A-Z`"])/.exec(head)?.index;
  const first = end === undefined ? head : head.slice(0, end + 1);
  const more = end === undefined ? rest : [head.slice(end + 2), ...rest];
  return [`error: ${first}`, ...more.flatMap(wrap).map((line) => `  ${line}`)].join("\n");
}

function wrap(line: string): string[] {
  if (line.length <= width || line.includes("  ")) return [line];
  const lines: string[] = [];
  for (const word of line.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
