import type { Aftermath } from "./disturb.ts";

/** The links of imports are printed within a second; most of what follows happens in these. */
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
    `${what}: away ${after.faultSeconds} s; then errors for ${after.errorsForSeconds} s,`,
    `  all of ${after.uploads} uploads complete after ${after.completeAfterSeconds} s;`,
    `  ${after.answers} right answers, the longest took ${after.longestAnswerSeconds} s`,
    ...Object.entries(after.errors).map(([error, times]) => `  ${times} × ${error}`),
    ...after.byHand.map((command) => `  by hand: ${command}`),
  ];
  console.log(lines.join("\n"));
}
