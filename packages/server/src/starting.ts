import type { IncomingMessage, RequestListener } from "node:http";

const message = "Kubin is starting; try again in a moment.";

/** As `refuse` of the gateway shapes it, for readers of `/trpc`, `/api/v1` and `/readyz`. */
const data = { code: "SERVICE_UNAVAILABLE", httpStatus: 503, kubin: { code: "UNAVAILABLE", message } };
const json = JSON.stringify({ ready: false, message, data, error: { message, code: -32603, data } });

/** Neither scripts nor styles, so that the CSP can forbid all of them. */
const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="refresh" content="2">
    <title>Kubin is starting</title>
  </head>
  <body>
    <h1>Kubin is starting</h1>
    <p>This takes a few seconds. The page loads by itself as soon as it is there.</p>
  </body>
</html>
`;

const headers = { "Retry-After": "1", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };
const pageHeaders = {
  ...headers,
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  // The address may be a link, which is a secret.
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "DENY",
  "X-Robots-Tag": "noindex",
};

/** Tells every caller to wait: a browser by a page that loads itself again, all others in JSON. */
export const starting: RequestListener = (req, res) => {
  const isPage = asksForPage(req);
  res.writeHead(503, isPage ? pageHeaders : { ...headers, "Content-Type": "application/json" });
  res.end(isPage ? page : json);
};

function asksForPage({ method, headers: { accept } }: IncomingMessage): boolean {
  return (method === "GET" || method === "HEAD") && (accept?.includes("text/html") ?? false);
}
