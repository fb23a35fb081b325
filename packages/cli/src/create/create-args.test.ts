import { expect, test } from "vitest";
import { clusterName } from "./cluster-name.ts";
import { parseBytes, parseDuration } from "./parse-amounts.ts";

test.each([
  ["90s", 90],
  ["15m", 900],
  ["24h", 86_400],
  ["1h30m", 5400],
  ["7d", 604_800],
])("a time of %s", (text, seconds) => expect(parseDuration("--since", text)).toBe(seconds));

test.each(["", "0s", "h", "10", "1h30", "-5m", "1 h", "1h x"])("%j is no time", (text) => {
  expect(() => parseDuration("--since", text)).toThrow(/--since takes a time such as/);
});

test.each([
  ["500k", 500_000],
  ["10M", 10_000_000],
  ["10MiB", 10 * 1024 * 1024],
  ["2G", 2e9],
  ["1.5M", 1_500_000],
  ["42", 42],
])("an amount of %s", (text, bytes) => expect(parseBytes("--max-bytes", text)).toBe(bytes));

test.each(["", "M", "0", "-1M", "10T", "ten"])("%j is no amount", (text) => {
  expect(() => parseBytes("--max-bytes", text)).toThrow(/--max-bytes takes an amount such as/);
});

test.each([
  ["prod-eu-1", "prod-eu-1"],
  ["arn:aws:eks:eu-west-1:123456789012:cluster/shop", "shop"],
  ["gke_my-project_europe-west1_shop", "shop"],
  ["api-shop-example-com:6443", undefined],
  ["api.shop.example.com", undefined],
  ["10.0.0.7", undefined],
  ["https://10.0.0.7:6443", undefined],
  ["", undefined],
])("a cluster called %s is %s to the readers of the link", (name, shown) => {
  expect(clusterName({ clusterName: name, server: new URL("https://api.shop.example.com:6443") })).toBe(shown);
});
