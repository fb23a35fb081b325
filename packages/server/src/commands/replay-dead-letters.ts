import type { DeadLetter } from "@kubin/distributed";
import { distributedSettings } from "../distributed-settings.ts";
import { createLog } from "../log.ts";
import type { Command } from "./command.ts";

const dryRun = "dry-run";

/** `kubin-server replay-dead-letters`: when what made events fail five times has been mended. */
export const replayDeadLetters: Command = {
  about: "Has events that failed too often tried again, and ends.",
  help: `Puts the dead letters since the last replay back among the events, to be tried again as if they were new, and tells
how many there were and why they had failed. Safe at any time, also twice: what such an event tells of may be done already.
`,
  flags: { [dryRun]: "Only tell what there is." },
  async run({ config, flags }) {
    if (config.profile === "embedded")
      return "The embedded profile has no dead letters: what fails is left to its sweep.\n";
    const { replayDeadLetters: replay } = await import("@kubin/distributed");
    const { kafka } = await distributedSettings(config, undefined);
    const isDry = flags.has(dryRun);
    const letters = await replay({ settings: kafka, log: createLog(config.logLevel), dryRun: isDry });
    if (letters.length === 0) return "There are no dead letters.\n";
    const count = letters.length === 1 ? "1 dead letter" : `${letters.length} dead letters`;
    return `${[`${count}${isDry ? "" : " put back"}:`, ...reasons(letters)].join("\n")}\n`;
  },
};

/** One line for each topic and reason, the most frequent first. */
function reasons(letters: readonly DeadLetter[]): string[] {
  const counts = new Map<string, number>();
  for (const { topic, reason } of letters) {
    const line = `${topic ?? "an event of another release"}: ${reason}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, left], [, right]) => right - left);
  return sorted.map(([line, count]) => `  ${String(count).padStart(5)} × ${line}`);
}
