import fc from "fast-check";
import { expect, it } from "vitest";
import { publicPath, routeOf } from "./public-path.ts";

it.each([
  ["/s/SECRETSECRET", "/s/:token"],
  ["/s/SECRETSECRET/logs?query=x", "/s/:token"],
  ["/S/SECRETSECRET", "/:other"],
  ["/%73/SECRETSECRET", "/:other"],
  ["//s/SECRETSECRET", "/"],
  ["/objects/snapshots/1/x?signature=SECRETSECRET", "/objects/:key"],
  ["/trpc/metadata.list?input=SECRETSECRET", "/trpc/metadata.list"],
  ["/snapshots/018f", "/snapshots/018f"],
  ["/", "/"],
])("%s is logged as %s", (url, logged) => {
  expect(publicPath(url)).toBe(logged);
});

it("never says a token or a query, however the address is spelt", () => {
  const prefix = fc.constantFrom("/s/", "//s/", "/S/", "/./s/", "/%73/", "/s//", "/x/../s/", "/objects/");
  fc.assert(
    fc.property(prefix, fc.constantFrom("", "/logs", "?a=b", "#x"), (start, end) => {
      expect(publicPath(`${start}SECRET${end}?SECRET`)).not.toContain("SECRET");
    }),
  );
});

it("has few names for metrics", () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      expect(["trpc", "api", "healthz", "readyz", "metrics", "assets", "objects", "page"]).toContain(routeOf(path));
    }),
  );
});
