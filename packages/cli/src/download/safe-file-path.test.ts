import { normalize } from "node:path";
import { expect, test } from "vitest";
import { safeFilePath } from "./safe-file-path.ts";

const sha256 = "a".repeat(64);

test("says type, namespace, digest and name", () => {
  const item = { type: "logs", namespace: "shop", filename: "logs-shop.log.gz", sha256 };
  expect(safeFilePath(item)).toBe("logs/shop/aaaaaaaaaaaa-logs-shop.log.gz");
  expect(safeFilePath({ ...item, namespace: "" })).toContain("/_cluster/");
});

test.each(["../../etc/passwd", "..", "/etc/passwd", "a\u0000b", "C:\\x", "con\n", "", ".bashrc", "x".repeat(300)])(
  "the name %j stays inside and short",
  (hostile) => {
    const path = safeFilePath({ type: hostile, namespace: hostile, filename: hostile, sha256 });
    expect(normalize(path)).toBe(path);
    expect(path.startsWith("/")).toBe(false);
    expect(path.split("/").every((part) => part !== "..")).toBe(true);
    expect(path.split("/").at(-1)!.length).toBeLessThan(200);
  },
);
