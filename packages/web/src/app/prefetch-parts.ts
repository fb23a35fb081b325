import { frameParts } from "../frame/parts.ts";
import { pages } from "./pages.ts";

/** In the order in which people need them. */
const likely = [
  pages.list,
  frameParts.objectDrawer,
  frameParts.palette,
  pages.object,
  frameParts.logsDrawer,
  pages.search,
  pages.events,
  frameParts.namespaceChoices,
  frameParts.keyHelp,
];

/** Fetches the code of the likely next pages, one after the other, whenever the browser has nothing better to do. */
export async function prefetchParts(signal: AbortSignal): Promise<void> {
  for (const part of likely) {
    await idle();
    if (signal.aborted) return;
    try {
      await part.preload();
    } catch {
      // Away or offline: it is fetched when it is needed, and says then what is wrong.
      return;
    }
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callback.
    if ("requestIdleCallback" in window) window.requestIdleCallback(() => resolve(), { timeout: 5_000 });
    else setTimeout(resolve, 200);
  });
}
