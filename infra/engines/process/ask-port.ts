import { once } from "node:events";
import { connect } from "node:net";

const answersWithinMs = 3_000;

/** Sends `question` to a loopback port and returns the first piece of the answer. */
export async function askPort(port: number, question: string | Uint8Array): Promise<string> {
  const socket = connect({ host: "127.0.0.1", port });
  try {
    const signal = AbortSignal.timeout(answersWithinMs);
    await once(socket, "connect", { signal });
    socket.write(question);
    const [answer] = await once(socket, "data", { signal });
    return String(answer);
  } finally {
    socket.destroy();
  }
}

/** Whether anybody listens there. */
export async function isTaken(port: number): Promise<boolean> {
  const socket = connect({ host: "127.0.0.1", port });
  try {
    await once(socket, "connect", { signal: AbortSignal.timeout(answersWithinMs) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
