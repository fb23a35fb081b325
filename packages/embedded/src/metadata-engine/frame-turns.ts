/**
 * What a client sends until it waits for an answer, as PostgreSQL's protocol 3 frames it
 * (https://www.postgresql.org/docs/18/protocol-message-formats.html).
 */
export interface Turn {
  /** `question`: asks for TLS or the like, before the session; `statements`: goes to the engine; `end`: the client leaves. */
  kind: "question" | "statements" | "end";
  messages: Uint8Array[];
  /** False after Flush: the rest of the same series of messages is still to come. */
  isComplete: boolean;
}

/** Request codes that stand where the protocol version stands in a startup message. */
const cancelRequest = 80877102;
const questions = [80877103, 80877104];
/** Larger ones are nothing that a client of ours sends. */
const longestMessage = 512 * 1024 * 1024;

const waitsForAnswer = new Set(["Q", "S", "F", "H", "p", "c", "f"]);

/**
 * Cuts the bytes of one connection into turns. A series Parse, Bind, Describe, Execute, Sync is one turn however the
 * network cuts it: all connections share the one unnamed statement of the engine, so no other may come in between.
 * Throws on lengths that are no protocol.
 */
export function createTurnFramer(): (chunk: Buffer) => Turn[] {
  let chunks: Buffer[] = [];
  let pendingBytes = 0;
  let neededBytes = 8;
  let isStarted = false;
  let messages: Uint8Array[] = [];

  return (chunk) => {
    chunks.push(chunk);
    pendingBytes += chunk.length;
    // Joined only when a whole message is there: a large one comes in many small chunks.
    if (pendingBytes < neededBytes) return [];
    const turns: Turn[] = [];
    let rest = Buffer.concat(chunks);
    while (rest.length >= (isStarted ? 5 : 8)) {
      const length = isStarted ? 1 + rest.readInt32BE(1) : rest.readInt32BE(0);
      if (length < (isStarted ? 5 : 8) || length > longestMessage) throw new Error("not PostgreSQL's protocol");
      neededBytes = length;
      if (rest.length < length) break;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      neededBytes = isStarted ? 5 : 8;
      const turn = isStarted ? sessionTurn(message, messages) : startupTurn(message);
      if (turn === undefined) continue;
      if (!isStarted && turn.kind === "statements") {
        isStarted = true;
        neededBytes = 5;
      }
      turns.push(turn);
      messages = [];
    }
    chunks = [rest];
    pendingBytes = rest.length;
    return turns;
  };
}

function startupTurn(message: Buffer): Turn {
  const code = message.readInt32BE(4);
  if (questions.includes(code)) return { kind: "question", messages: [], isComplete: true };
  return { kind: code === cancelRequest ? "end" : "statements", messages: [message], isComplete: true };
}

/** The turn that `message` completes together with those before it; undefined while more has to come. */
function sessionTurn(message: Buffer, before: Uint8Array[]): Turn | undefined {
  const type = String.fromCharCode(message.readUInt8(0));
  if (type === "X") return { kind: "end", messages: [], isComplete: true };
  before.push(message);
  return waitsForAnswer.has(type) ? { kind: "statements", messages: before, isComplete: type !== "H" } : undefined;
}
