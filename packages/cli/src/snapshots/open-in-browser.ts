import { type Io, print, tell } from "../io.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";
import { openSnapshot } from "../session/open-snapshot.ts";
import type { WantedArgs } from "../session/wanted-snapshot.ts";
import { startBrowser } from "./start-browser.ts";

/** `kubin open`: the link on stdout, and the page in the browser where this machine has one. */
export async function openInBrowser(io: Io, args: WantedArgs & ResultArgs): Promise<undefined> {
  const { url, snapshot } = await openSnapshot(io, args);
  if (args.output !== undefined || args.jq !== undefined) {
    await printResult({ io, args, value: { id: snapshot.id, url }, table: () => `${url}\n` });
  } else {
    await print(io, `${url}\n`);
  }
  const opened = await startBrowser(io, url);
  if (!opened && !args.quiet) tell(io, "There is no browser here; open the link on a machine that has one.");
}
