import { describe, expect, it } from "vitest";
import { imageRows } from "./image-rows.ts";
import { splitImage } from "./split-image.ts";

const digest = `sha256:${"ab".repeat(32)}`;

describe("splitImage", () => {
  it.each([
    ["nginx", { repository: "nginx", tag: "", digest: "" }],
    ["nginx:1.27", { repository: "nginx", tag: "1.27", digest: "" }],
    ["quay.io:443/a/b", { repository: "quay.io:443/a/b", tag: "", digest: "" }],
    ["quay.io:443/a/b:v1", { repository: "quay.io:443/a/b", tag: "v1", digest: "" }],
    [`a/b:v1@${digest}`, { repository: "a/b", tag: "v1", digest }],
    [`a/b@${digest}`, { repository: "a/b", tag: "", digest }],
  ])("%s", (image, parts) => {
    expect(splitImage(image)).toEqual(parts);
  });

  it.each(["", ":", "@", "a:b:c@d@e", "a/:x/y", "\u202e:latest"])("loses nothing of %j", (image) => {
    const { repository, tag, digest: found } = splitImage(image);
    const parts = [repository, tag && `:${tag}`, found && `@${found}`].join("");
    expect(image.startsWith(repository)).toBe(true);
    expect(image.length - parts.length).toBeLessThanOrEqual(2);
  });
});

describe("imageRows", () => {
  it("marks what runs in several versions, and tags that do not tell what runs", () => {
    const use = (image: string) => ({ image, pods: 1, namespaces: ["a"] });
    const rows = imageRows([use("a:1"), use("a:2"), use("b:latest"), use("c"), use(`d:latest@${digest}`)]);
    expect(rows.map(({ versions, moving }) => [versions, moving])).toEqual([
      [2, undefined],
      [2, undefined],
      [1, "latest"],
      [1, "untagged"],
      [1, undefined],
    ]);
  });
});
