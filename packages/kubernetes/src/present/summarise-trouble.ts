import type { TroubledItem } from "@kubin/schema";
import { formatAge } from "./format-age.ts";
import { amount, inline, nameOf, utc } from "./markdown-lines.ts";
import { shortReason } from "./short-reason.ts";

/** One thing in trouble as a line: what, why, since when, how often it restarted. */
export function troubledLine(item: TroubledItem, capturedAt: string | undefined): string {
  const pods = item.count > 1 ? ` (${amount(item.count)} pods)` : "";
  const before = (at: string | undefined) =>
    capturedAt === undefined || at === undefined ? undefined : formatAge(Date.parse(capturedAt) - Date.parse(at));
  const [since, last, age] = [before(item.since), before(item.lastRestartAt), before(item.createdAt)];
  // Without the time of the capture a duration would count days that nobody has seen.
  const lastly = last ? `, last ${last} before capture` : item.lastRestartAt ? `, last ${utc(item.lastRestartAt)}` : "";
  const facts = [
    since ? `for ${since}` : item.since && `since ${utc(item.since)}`,
    item.restarts > 0 && `${amount(item.restarts)} ${item.restarts === 1 ? "restart" : "restarts"}${lastly}`,
    age && `${age} old`,
  ].filter(Boolean);
  const told = facts.length > 0 ? ` (${facts.join("; ")})` : "";
  return `- **${inline(item.kind)} ${nameOf(item)}**${pods}: ${inline(shortReason(item.reason)) || item.health}${told}`;
}
