import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Io, print, write } from "../io.ts";

/** Where long or endless results go. `closed` once the reader has left: nothing more need be fetched. */
export interface Output {
  write(text: string): Promise<void>;
  closed(): boolean;
  end(): Promise<void>;
}

/**
 * Stdout, or on a terminal the pager as soon as there is more than one screen: `PAGER`, else `less -FRX`.
 * `PAGER=cat` and an empty one page nothing.
 */
export function openOutput(io: Io, paging: boolean): Output {
  const wanted = io.env.PAGER ?? (io.platform === "win32" ? "" : "less -FRX");
  if (!io.terminal.stdout || !paging || wanted === "" || wanted === "cat") return plain(io);
  return paged(io, wanted);
}

function plain(io: Io): Output {
  return { write: (text) => print(io, text), closed: () => io.stdout.destroyed, end: async () => {} };
}

function paged(io: Io, pager: string): Output {
  const { rows, columns } = io.size();
  let held = "";
  let child: ChildProcess | undefined;
  let left = false;
  const start = () => {
    // PAGER is the user's own command line, as every other program runs it.
    child = spawn(pager, { shell: true, stdio: ["pipe", "inherit", "inherit"], env: { LESS: "FRX", ...io.env } });
    child.stdin?.on("error", () => {
      left = true;
    });
    child.on("close", () => {
      left = true;
    });
  };
  return {
    async write(text) {
      if (left) return;
      if (child?.stdin) return write(child.stdin, text);
      held += text;
      if (linesOnScreen(held, columns) < rows) return;
      start();
      if (child?.stdin) await write(child.stdin, held);
      held = "";
    },
    closed: () => left || io.stdout.destroyed,
    async end() {
      if (!child) return print(io, held);
      child.stdin?.end();
      if (!left) await once(child, "close");
    },
  };
}

function linesOnScreen(text: string, columns: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / columns)), 0);
}
