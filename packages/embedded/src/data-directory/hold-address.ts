import { createHash } from "node:crypto";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const answerWithinMs = 1_000;

export interface HeldAddress {
  release(): Promise<void>;
}

/**
 * Where the lock `name` of a folder lies. On Linux an abstract socket, which the kernel frees with its process; its
 * name holds `secret`, so that no other user of the machine can take it first. Elsewhere a socket file in `folder`.
 */
export function lockAddress(lock: { folder: string; name: string; secret: Buffer }): string {
  const { folder, name, secret } = lock;
  if (process.platform !== "linux") return join(folder, `${name}.lock`);
  const digest = createHash("sha256").update(secret).update(`lock ${name}`).digest("hex").slice(0, 40);
  return `\0kubin-${digest}`;
}

/**
 * Listens on `address` and tells whoever connects the id of this process. Returns the id of the holder (0 when it
 * does not say) if another process, or another holder in this one, is there already.
 */
export async function holdAddress(address: string): Promise<HeldAddress | { heldBy: number }> {
  for (const isLastTry of [false, true]) {
    const server = await listen(address);
    if (server !== undefined) {
      server.unref();
      return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    }
    const heldBy = await askHolder(address);
    if (heldBy !== undefined || isLastTry || address.startsWith("\0")) return { heldBy: heldBy ?? 0 };
    // Nobody listens on the file: its process was killed.
    await rm(address, { force: true });
  }
  return { heldBy: 0 };
}

/** Tries to hold `address` until `deadlineMs` from now: for what a process that is just ending still holds. */
export async function waitForAddress(address: string, deadlineMs: number): Promise<HeldAddress | { heldBy: number }> {
  const until = Date.now() + deadlineMs;
  while (true) {
    const held = await holdAddress(address);
    if ("release" in held || Date.now() > until) return held;
    await delay(50);
  }
}

async function listen(address: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.on("error", () => undefined).end(String(process.pid)));
  const listening = once(server, "listening");
  server.listen(address);
  try {
    await listening;
    return server;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return undefined;
    throw error;
  }
}

/** The id that the holder tells; 0 when it is too busy to; undefined when nobody listens. */
async function askHolder(address: string): Promise<number | undefined> {
  const socket = connect(address);
  const giveUp = setTimeout(() => socket.destroy(), answerWithinMs);
  try {
    let text = "";
    for await (const chunk of socket) text += String(chunk);
    return Number(text) || 0;
  } catch (error) {
    const isRefused = error instanceof Error && "code" in error && error.code === "ECONNREFUSED";
    return isRefused ? undefined : 0;
  } finally {
    clearTimeout(giveUp);
  }
}
