import type { Aftermath } from "./disturb.ts";

/** The link of an import is printed within a second; most of what follows happens in these. */
const longestDelayMs = 3_000;

/** When to strike, drawn anew each time and printed; `KUBIN_FAULT_DELAY_MS` plays one again. */
export function pointInImport(): number {
  const given = process.env.KUBIN_FAULT_DELAY_MS;
  const delayMs = given === undefined ? Math.round(Math.random() * longestDelayMs) : Number(given);
  console.log(`striking ${delayMs} ms after the link`);
  return delayMs;
}

/** How long it took to be well again, and every error that a user saw. */
export function printAftermath(what: string, after: Aftermath): void {
  const lines = [
    `${what}: away ${seconds(after.faultMs)}; then errors for ${seconds(after.errorsForMs)},`,
    `  all of ${after.uploads} uploads complete after ${seconds(after.completeAfterMs)};`,
    `  ${after.answers} right answers, the longest took ${seconds(after.longestAnswerMs)}`,
    ...Object.entries(after.errors).map(([error, times]) => `  ${times} × ${error}`),
    ...after.byHand.map((command) => `  by hand: ${command}`),
  ];
  console.log(lines.join("\n"));
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
