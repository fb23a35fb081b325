import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@kubin/source", "browser", "import", "module", "default"] },
  test: {
    name: "web",
    environment: "happy-dom",
    include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
    testTimeout: 30_000,
    maxWorkers: "100%",
    // Modules have no state of their own, so files of one worker may share them: half of the time.
    isolate: false,
  },
});
