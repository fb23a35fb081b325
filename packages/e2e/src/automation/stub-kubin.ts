import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

export const link = "https://kubin.example.com/s/3fZq9m2RkT7vYwB1cLx8Pd";

/** How the played `kubin` ends. */
export interface Stub {
  code: number;
  stdout?: string;
  stderr?: string;
}

export interface Ran {
  code: number;
  log: string;
  /** What the played `kubin` was called with, a word each. */
  words: string[];
  /** The token it was given; empty where none. */
  token: string;
  file(name: string): Promise<string>;
}

interface RunScript {
  script: string;
  /** Undefined: it is not installed. */
  stub: Stub | undefined;
  env: Record<string, string>;
}

/** Runs a POSIX shell script in an empty folder, with a played `kubin` and a few tools of the system in PATH. */
export async function runScript({ script, stub, env }: RunScript): Promise<Ran & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), "kubin-automation-"));
  const bin = join(folder, "bin");
  await mkdir(bin);
  for (const tool of ["cat", "cp", "grep", "mktemp", "od", "rm", "tr", "timeout"])
    await symlink(await which(tool), join(bin, tool));
  if (stub) {
    await writeFile(join(folder, "stdout"), stub.stdout ?? "");
    await writeFile(join(folder, "stderr"), stub.stderr ?? "");
    const played = `#!/bin/sh
printf '%s\\n' "$@" >"${folder}/words"
printf %s "\${KUBIN_TOKEN:-}" >"${folder}/token"
cat "${folder}/stdout"
cat "${folder}/stderr" >&2
exit ${stub.code}
`;
    await writeFile(join(bin, "kubin"), played, { mode: 0o755 });
  }
  const file = (name: string) => readFile(join(folder, name), "utf8").catch(() => "");
  const at = (text: string) => text.replaceAll("{folder}", folder);
  const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, at(value)]));
  const ended = await new Promise<{ code: number; log: string }>((resolve) => {
    const options = { cwd: folder, env: { PATH: bin, TMPDIR: folder, ...given } };
    const child = execFile("/bin/sh", ["-c", script], options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, log: stdout + stderr }),
    );
  });
  return {
    ...ended,
    words: (await file("words")).split("\n").slice(0, -1),
    token: await file("token"),
    file,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function which(tool: string): Promise<string> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, tool);
    if (
      await readFile(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  throw new Error(`This test needs ${tool}.`);
}
