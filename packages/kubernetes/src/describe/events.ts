import { sinceText, table } from "./fields.ts";
import type { Page } from "./page.ts";

/** The events about the object, oldest first, as kubectl closes each description. */
export function describeEvents(page: Page): void {
  if (page.events.length === 0) {
    page.row(0, "Events:", "<none>");
    return;
  }
  page.row(0, "Events:");
  const byTime = [...page.events].sort((a, b) => (a.lastAt ?? "").localeCompare(b.lastAt ?? ""));
  table(
    page,
    1,
    ["Type", "Reason", "Age", "From", "Message"],
    byTime.map((event) => {
      const last = sinceText(page, event.lastAt ?? event.firstAt);
      const age = event.count > 1 ? `${last} (x${event.count} over ${sinceText(page, event.firstAt)})` : last;
      return [event.type, event.reason, age, event.source, event.message.trim()];
    }),
  );
}
