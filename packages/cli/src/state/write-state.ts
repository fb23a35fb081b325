import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type Io, tell } from "../io.ts";
import { readState } from "./read-state.ts";
import type { Remembered, State } from "./state.ts";
import { statePath } from "./state-path.ts";

/** Links of this many imports are kept. */
const kept = 50;

/** A new state file takes the place of the old one in one step; readable by its owner alone. */
async function writeState(io: Io, state: State): Promise<void> {
  const path = statePath(io);
  const fresh = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(fresh, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
    await chmod(fresh, 0o600);
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    const why = error instanceof Error ? error.message : String(error);
    tell(io, `What was made here cannot be remembered: ${why}`);
  }
}

/** Remembers a snapshot as the last one made from here. A file that cannot be written is told, not thrown. */
export async function rememberMade(io: Io, one: Remembered): Promise<void> {
  const state = await readState(io);
  const made = [one, ...state.made.filter((other) => other.id !== one.id)].slice(0, kept);
  await writeState(io, { ...state, made });
}

/** Remembers the snapshot of `kubin use`; `undefined` forgets it. */
export async function rememberUse(io: Io, one: Remembered | undefined): Promise<void> {
  const { made } = await readState(io);
  await writeState(io, { version: 1, made, ...(one && { use: one }) });
}

/** Forgets a snapshot that is gone. */
export async function forget(io: Io, id: string): Promise<void> {
  const { made, use } = await readState(io);
  const rest = made.filter((one) => one.id !== id);
  if (rest.length === made.length && use?.id !== id) return;
  await writeState(io, { version: 1, made: rest, ...(use && use.id !== id && { use }) });
}
