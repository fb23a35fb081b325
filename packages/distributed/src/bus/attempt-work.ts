import type { BusEvent, Log } from "@kubin/core";
import type { EachMessagePayload } from "kafkajs";
import { eventMessage } from "./event-message.ts";
import type { Sender } from "./open-producer.ts";
import type { TopicNames } from "./topics.ts";

/** After the fifth failure an event is a dead letter: by then the sweep has found what it told of. */
const mostAttempts = 5;
/** Before the second attempt; twice as long before each further one, so the longest is 8 s. */
const firstPauseMs = 1_000;
const longestReason = 500;
/** How often the group hears of work that takes long. It gives a silent member up after 30 s (kafkajs's default). */
export const heartbeatMs = 3_000;

export interface Work {
  producer: Pick<Sender, "send">;
  names: TopicNames;
  log: Log;
  /** Throws when it could not be done. */
  onEvent: (event: BusEvent) => Promise<void>;
}

/**
 * Does the work of an event. Where it fails, the event goes to the retry topic, or to the dead letters. Throws when it
 * stands in neither: it is not to be acknowledged then, and comes again.
 */
export async function attemptWork(work: Work, event: BusEvent, payload: EachMessagePayload): Promise<void> {
  const { producer, names, log } = work;
  const attempt = Number(payload.message.headers?.attempt ?? 0);
  try {
    await withHeartbeats(payload, () => work.onEvent(event));
  } catch (error) {
    const failed = attempt + 1;
    const isDead = failed >= mostAttempts;
    const reason = String(error).slice(0, longestReason);
    const due = Date.now() + firstPauseMs * 2 ** attempt;
    const headers = { attempt: String(failed), reason, due: String(due) };
    await producer.send({ topic: isDead ? names.dead : names.retry, messages: [{ ...eventMessage(event), headers }] });
    log.warn(
      { topic: event.topic, attempt: failed, error: reason },
      isDead ? "an event is dead" : "an event is tried again",
    );
  }
}

/** Without a sign of life a long erasure would be given to another process, and again, and never be acknowledged. */
async function withHeartbeats({ heartbeat }: EachMessagePayload, work: () => Promise<void>): Promise<void> {
  // What a heartbeat is told (the group shares out anew) is told to the one after the message as well.
  const beat = setInterval(() => void heartbeat().catch(() => undefined), heartbeatMs);
  try {
    await work();
  } finally {
    clearInterval(beat);
  }
}
