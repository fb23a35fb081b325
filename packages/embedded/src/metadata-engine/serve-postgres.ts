import { createServer, type Server, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { createTurnFramer, type Turn } from "./frame-turns.ts";

type Engine = Pick<PGlite, "execProtocolRawStream" | "isInTransaction" | "runExclusive">;

/** Ends a series of messages that its client left half way (Sync), and a transaction likewise (Query "ROLLBACK"). */
const sync = Uint8Array.from([0x53, 0, 0, 0, 4]);
const rollback = Uint8Array.from([0x51, 0, 0, 0, 13, ...Buffer.from("ROLLBACK"), 0]);
const refuseTls = "N";

interface WaitingTurn {
  socket: Socket;
  turn: Turn;
}

/**
 * PostgreSQL's protocol in front of PGlite, for many connections on its one session. Turns are taken one after the
 * other; whoever has a transaction open, or half a series of messages sent, keeps the engine until that is over.
 * Why not the server of `@electric-sql/pglite-socket`: it queues single messages, so with a large parameter the Bind of
 * one connection met the Parse of another. `onBroken` is told when the engine itself fails; nothing is served then.
 */
export function servePostgres(engine: Engine, onBroken: (error: unknown) => void): Server {
  const waiting: WaitingTurn[] = [];
  let holder: Socket | undefined;
  let isRunning = false;

  const run = (messages: Uint8Array[], onData: (bytes: Uint8Array) => void): Promise<void> =>
    engine.runExclusive(async () => {
      for (const message of messages) await engine.execProtocolRawStream(message, { onRawData: onData });
    });
  const next = (): WaitingTurn | undefined => {
    if (holder === undefined) return waiting.shift();
    const at = waiting.findIndex(({ socket }) => socket === holder);
    return at === -1 ? undefined : waiting.splice(at, 1)[0];
  };
  const work = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    for (let taken = next(); taken !== undefined; taken = next()) {
      const { socket, turn } = taken;
      if (turn.kind === "end") await leave(socket);
      else {
        socket.cork();
        await run(turn.messages, (bytes) => {
          // The engine uses its memory again: what is sent must be a copy.
          if (socket.writable) socket.write(Buffer.from(bytes));
        });
        socket.uncork();
        holder = engine.isInTransaction() || !turn.isComplete ? socket : undefined;
      }
    }
    isRunning = false;
  };
  const leave = async (socket: Socket): Promise<void> => {
    socket.end();
    if (holder !== socket) return;
    await run([sync], () => undefined);
    if (engine.isInTransaction()) await run([rollback], () => undefined);
    holder = undefined;
  };

  return createServer((socket) => {
    const frame = createTurnFramer();
    const enqueue = (turn: Turn): void => {
      if (turn.kind === "question") socket.write(refuseTls);
      else waiting.push({ socket, turn });
      work().catch(onBroken);
    };
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => enqueue({ kind: "end", messages: [], isComplete: true }));
    socket.on("data", (chunk) => {
      try {
        for (const turn of frame(chunk)) enqueue(turn);
      } catch {
        socket.destroy();
      }
    });
  });
}
