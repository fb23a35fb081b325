import { expect, it } from "vitest";
import { createMetrics } from "./metrics.ts";

function quiet() {
  const warnings: string[] = [];
  const log = {
    debug() {},
    info() {},
    error() {},
    warn: (_fields: object, message: string) => void warnings.push(message),
  };
  return { log, warnings };
}

it("counts and observes by name and labels, each server for itself", async () => {
  const { log } = quiet();
  const [one, other] = [createMetrics(log), createMetrics(log)];
  one.count("parts_total", { outcome: "ok" });
  one.count("parts_total", { outcome: "ok" }, 2);
  one.observe("http_request_seconds", 0.03, { route: "page" });
  const { contentType, text } = await one.text();
  expect(contentType).toContain("text/plain");
  expect(text).toContain('kubin_parts_total{outcome="ok"} 3');
  expect(text).toContain('kubin_http_request_seconds_bucket{le="0.05",route="page"} 1');
  expect((await other.text()).text).not.toContain("kubin_parts_total");
});

it("never fails what it measures", () => {
  const { log, warnings } = quiet();
  const metrics = createMetrics(log);
  metrics.count("x_total", { a: "1" });
  metrics.count("x_total", { b: "1" });
  metrics.count("not a name");
  expect(warnings).toHaveLength(2);
});
