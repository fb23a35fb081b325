const answersWithinMs = 5_000;

/** Whether an engine is there at all is asked within five seconds: `ask` is told to stop then, and it is said why. */
export async function inTime(signal: AbortSignal, ask: (limited: AbortSignal) => Promise<unknown>): Promise<void> {
  const limit = AbortSignal.timeout(answersWithinMs);
  try {
    await ask(AbortSignal.any([signal, limit]));
  } catch (error) {
    throw limit.aborted ? new Error(`no answer within ${answersWithinMs / 1_000} s`) : error;
  }
}
