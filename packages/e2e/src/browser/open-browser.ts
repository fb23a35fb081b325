import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Chromium from `KUBIN_CHROMIUM` or where Debian puts it. Fails with how to get it. */
export function openBrowser(options: { scrollBars?: boolean } = {}): Promise<Browser> {
  const executablePath = process.env.KUBIN_CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(`No Chromium at ${executablePath}. Install it (apt-get install chromium) or set KUBIN_CHROMIUM.`);
  }
  return chromium.launch({
    executablePath,
    headless: true,
    args: [...flags, ...quiet],
    ...(options.scrollBars && { ignoreDefaultArgs: ["--hide-scrollbars"] }),
  });
}

/** A page that remembers everything a page must not do: errors, failed requests, violations of the CSP. */
export async function openPage(
  browser: Browser,
  options: { width: number; theme: "light" | "dark" },
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: options.width < 500 ? 844 : 1000 },
    colorScheme: options.theme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A page that is left cancels its own requests.
    const why = request.failure()?.errorText ?? "";
    if (why !== "net::ERR_ABORTED") complaints.push(`request: ${new URL(request.url()).pathname.slice(0, 40)} ${why}`);
  });
  await page.exposeFunction("kubinViolation", (text: string) => complaints.push(`csp: ${text}`));
  await page.addInitScript(`document.addEventListener("securitypolicyviolation",
    (event) => window.kubinViolation(event.violatedDirective + " " + event.blockedURI));`);
  return { page, complaints };
}
