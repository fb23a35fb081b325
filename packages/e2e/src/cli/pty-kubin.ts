import { spawn } from "node:child_process";
import type { CliWorld } from "./cli-world.ts";

/** What a person types once the text before it is on the screen. */
type Answer = readonly [seen: string, typed: string];

interface PtyKubin {
  world: CliWorld;
  args: readonly string[];
  answers: readonly Answer[];
  env?: Record<string, string>;
  /** Told before each answer is typed. */
  onAnswer?(answer: Answer): Promise<void> | void;
}

/** Makes a terminal for a command: script(1) of util-linux, which every Linux has. */
const terminalMaker = "script";

/** Runs the real program on a terminal of its own, 110 × 30. */
export function ptyKubin({ world, args, answers, env, onAnswer }: PtyKubin): Promise<{ code: number; screen: string }> {
  const words = [process.execPath, world.program, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  const command = `stty cols 110 rows 30; exec ${words.join(" ")}`;
  const child = spawn(terminalMaker, ["--quiet", "--return", "--flush", "--command", command, "/dev/null"], {
    env: { PATH: process.env.PATH ?? "", SHELL: "/bin/sh", TERM: "xterm", ...world.env, ...env },
  });
  const left = [...answers];
  let screen = "";
  let from = 0;
  child.stdout.setEncoding("utf8").on("data", async (text: string) => {
    screen += text;
    const next = left[0];
    if (!next || !screen.slice(from).includes(next[0])) return;
    left.shift();
    from = screen.length;
    await onAnswer?.(next);
    child.stdin.write(next[1]);
  });
  child.stderr.resume();
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, screen }));
  });
}
