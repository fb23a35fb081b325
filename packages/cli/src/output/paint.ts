import type { Io } from "../io.ts";

export type Tone = "bold" | "dim" | "red" | "yellow" | "green" | "hit";

const codes: Record<Tone, [number, number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  hit: [7, 27],
};

export type Paint = (tone: Tone, text: string) => string;

/** Colours text for `stream`; leaves it alone without a terminal there, with NO_COLOR or a dumb terminal. */
export function paintFor(io: Io, stream: "stdout" | "stderr"): Paint {
  const plain = !io.terminal[stream] || (io.env.NO_COLOR ?? "") !== "" || io.env.TERM === "dumb";
  if (plain) return (_, text) => text;
  return (tone, text) => `\u001b[${codes[tone][0]}m${text}\u001b[${codes[tone][1]}m`;
}
