import { expect, it } from "vitest";
import { lookText, readChoice } from "./log-choice.ts";
import { rangeText, readRange } from "./log-range.ts";
import { shortNames } from "./short-names.ts";

it("reads what the URL says and takes nothing from words it does not know", () => {
  const choice = readChoice({ logpods: "web-0,web-1", logc: "app", logp: "1", logl: "loud", logt: "x..y" }, false);
  expect(choice).toMatchObject({ pods: ["web-0", "web-1"], containers: ["app"], runs: "previous" });
  expect(choice.level).toBeUndefined();
  expect(choice.range).toBeUndefined();
  expect(choice.look).toEqual({ wrap: false, json: true, colours: true, fold: true });
  expect(readChoice({}, true).look.wrap).toBe(true);
});

it("keeps looks and ranges in words that give them back", () => {
  const none = { wrap: false, json: false, colours: false, fold: false };
  expect(readChoice({ logv: lookText(none) }, true).look).toEqual(none);
  const range = { from: "2026-11-23T10:00:00.000Z", to: "2026-11-23T11:00:00.000Z" };
  expect(readRange(rangeText(range))).toEqual(range);
  for (const open of [
    { ...range, from: undefined },
    { ...range, to: undefined },
  ])
    expect(readRange(rangeText(open))).toEqual(open);
  expect(readRange("..")).toBeUndefined();
  expect(readRange(`..${range.to}x`)).toBeUndefined();
  expect(readRange(`${range.to}..${range.from}`)).toBeUndefined();
});

it("shortens names by what they share, cut at a dash", () => {
  expect([...shortNames(["web-7d9f-abc", "web-7d9f-abd"]).values()]).toEqual(["abc", "abd"]);
  expect([...shortNames(["web-0"]).values()]).toEqual(["web-0"]);
  expect([...shortNames(["web", "web-0", "api"]).values()]).toEqual(["web", "web-0", "api"]);
});
