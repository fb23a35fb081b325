import type { Browser, CDPSession, Page } from "playwright-core";
import { installProbe } from "./probe.ts";

export interface ColdPage extends AsyncDisposable {
  page: Page;
  cdp: CDPSession;
}

export const slowdown = 4;

/** A page of a fresh profile: nothing in any cache, the CPU four times slower, everything recorded. */
export async function openCold(
  browser: Browser,
  screen: { width: number; height: number } = { width: 1600, height: 1000 },
): Promise<ColdPage> {
  const context = await browser.newContext({ viewport: screen });
  // The compiler names functions with a helper that the page does not have.
  await context.addInitScript("globalThis.__name ??= (named) => named;");
  await context.addInitScript(installProbe);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return { page, cdp, [Symbol.asyncDispose]: () => context.close() };
}
