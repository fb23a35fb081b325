import type { Io } from "../io.ts";

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
  brightGreen: [92, 39],
  brightYellow: [93, 39],
  brightBlue: [94, 39],
  brightMagenta: [95, 39],
  brightCyan: [96, 39],
  hit: [7, 27],
} as const satisfies Record<string, readonly [number, number]>;

export type Tone = keyof typeof codes;

export type Paint = (tone: Tone, text: string) => string;

/** Colours text for `stream`; leaves it alone without a terminal there, with NO_COLOR or a dumb terminal. */
export function paintFor(io: Io, stream: "stdout" | "stderr"): Paint {
  const plain = !io.terminal[stream] || (io.env.NO_COLOR ?? "") !== "" || io.env.TERM === "dumb";
  if (plain) return (_, text) => text;
  return (tone, text) => `\u001b[${codes[tone][0]}m${text}\u001b[${codes[tone][1]}m`;
}
