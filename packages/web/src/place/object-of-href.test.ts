import { expect, it } from "vitest";
import { objectOfHref } from "./object-of-href.ts";

const pod = { group: "", plural: "pods", namespace: "shop", name: "web-0" };

it.each([
  ["https://kubin.test/s/tok/r/core/pods/shop/web-0", pod],
  ["https://kubin.test/snapshots/0192/r/core/pods/shop/web-0?tab=yaml", pod],
  ["https://kubin.test/s/tok/events?ns=a&open=core/pods/shop/web-0", pod],
  [
    "https://kubin.test/s/tok/r/rbac.authorization.k8s.io/clusterroles/_/system%3Anode",
    { group: "rbac.authorization.k8s.io", plural: "clusterroles", namespace: "", name: "system:node" },
  ],
  ["https://kubin.test/s/tok/r/core/pods", undefined],
  ["https://kubin.test/s/tok/r/core/pods/shop/%E0%A4", undefined],
  ["https://kubin.test/s/tok/events?open=nonsense", undefined],
  ["not an address", undefined],
])("%s", (href, object) => {
  expect(objectOfHref(href)).toEqual(object);
});
