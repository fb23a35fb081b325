import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

export interface KubinProcess {
  child: ChildProcessWithoutNullStreams;
  /** What came until now. */
  out(): { stdout: string; stderr: string };
  /** Resolves when the first line of stdout is there. */
  firstLine: Promise<string>;
  ended: Promise<Ended>;
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the real program with no terminal; its environment is what is given, and a PATH. */
export function startKubin(opts: {
  program: string;
  args: readonly string[];
  env: Record<string, string>;
  /** `undefined` leaves stdin open. */
  stdin?: string | Uint8Array | undefined;
  keepStdin?: boolean;
  cwd?: string;
}): KubinProcess {
  const env = { PATH: process.env.PATH ?? "", ...opts.env };
  const child = spawn(process.execPath, [opts.program, ...opts.args], { env, cwd: opts.cwd });
  let stdout = "";
  let stderr = "";
  let toldLine: (line: string) => void = () => {};
  const firstLine = new Promise<string>((resolve) => {
    toldLine = resolve;
  });
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
    if (stdout.includes("\n")) toldLine(stdout.slice(0, stdout.indexOf("\n")));
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  child.stdin.on("error", () => {});
  if (opts.stdin !== undefined) child.stdin.write(opts.stdin);
  if (!opts.keepStdin) child.stdin.end();
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
  return { child, out: () => ({ stdout, stderr }), firstLine, ended };
}
