import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@kubin/source", "browser", "import", "module", "default"] },
  test: {
    name: "web",
    environment: "happy-dom",
    include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
    testTimeout: 30_000,
    maxWorkers: "100%",
  },
});
