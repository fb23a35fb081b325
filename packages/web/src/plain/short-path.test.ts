import { expect, it } from "vitest";
import { shortPath } from "./short-path.ts";

const digest = "eede85cbd33388f7e18954e5ce8ad9616e91df05ace604966c0a44111d85c897";

it.each([
  [`mg/quay-io-dev-sha256-${digest}/version`, "mg/quay-io-dev-sha256-eede85…c897/version"],
  [`same as a@sha256:${digest}, which stands`, "same as a@sha256:eede85…c897, which stands"],
  ["pods/kube-apiserver-ip-10-0-189-142.ec2.internal/a.log", "pods/kube-apiserver-ip-10-0-189-142.ec2.internal/a.log"],
  ["deadbeefdeadbeefdeadbeefg", "deadbeefdeadbeefdeadbeefg"],
  ["", ""],
])("%s", (text, short) => {
  expect(shortPath(text)).toBe(short);
});
