import { expect, it } from "vitest";
import { shortPath } from "./short-path.ts";

const image = `quay-io-openshift-release-dev-${"ab".repeat(32)}`;

it.each([
  [`must-gather/${image}/version`, "must-gather/quay-io-openshif…abababab/version"],
  [`same as a/${image}/b, which stands`, "same as a/quay-io-openshif…abababab/b, which stands"],
  ["var/log/pods/a.log", "var/log/pods/a.log"],
  ["", ""],
])("%s", (text, short) => {
  expect(shortPath(text)).toBe(short);
});
