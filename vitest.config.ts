import { defineConfig } from "vitest/config";

// The source condition lets packages run from source. Not "import": it reaches Node's own require too, and CommonJS
// packages (Express) would be handed ES modules.
const conditions = ["@kubin/source", "node", "module"];
const fromSource = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } } };

// The AWS SDK offers bundlers, by the condition "module", code that Node cannot load.
const forNode = ["@kubin/source", "node"];
const withoutBundlers = {
  resolve: { conditions: forNode },
  ssr: { resolve: { conditions: forNode, externalConditions: forNode } },
};

// Whole bundles and whole processes, too slow for `npm test`: every sample, every command of the CLI, the packed CLI,
// hostile input, indexing that is interrupted, the server as a process.
const whole = [
  "packages/e2e/src/{background,bundles,cli,hostile,logs,packed}/**/*.test.ts",
  "packages/kubernetes/src/packing/{pack-sample,troubleshoot-samples}.test.ts",
  "packages/server/src/main.embedded.test.ts",
];

// Suites that run twice: on an embedded Kubin in a project of their own, and here through two processes of each role.
const inBothProfiles = [
  "packages/e2e/src/cli/commands.test.ts",
  "packages/e2e/src/cli/large-file.test.ts",
  "packages/e2e/src/browser/sample-story.test.ts",
  "packages/e2e/src/browser/stories/*.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      {
        ...fromSource,
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts"],
          exclude: ["packages/e2e/**", "packages/web/**", "**/*.{embedded,engines}.test.ts", ...whole, "**/dist/**"],
          testTimeout: 120_000,
          // Vitest leaves a core free, which on two is half of them.
          maxWorkers: "100%",
          // Modules have no state of their own, so files of one worker may share them: a third of the time.
          isolate: false,
        },
      },
      {
        ...fromSource,
        test: {
          name: "embedded",
          include: ["packages/*/src/**/*.embedded.test.ts", "packages/e2e/src/**/*.test.ts"],
          exclude: [
            "packages/e2e/src/{browser,faults,pools,secrets}/**",
            "**/*.{engines,cluster}.test.ts",
            ...whole,
            "**/dist/**",
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // After the others: engines want the machine for themselves.
          sequence: { groupOrder: 1 },
        },
      },
      "packages/web/vitest.config.ts",
      {
        ...fromSource,
        test: {
          name: "browser",
          include: ["packages/e2e/src/browser/**/*.test.ts"],
          globalSetup: ["packages/e2e/src/browser/provide-samples.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...fromSource,
        test: {
          name: "faults",
          include: ["packages/e2e/src/faults/**/*.test.ts"],
          testTimeout: 900_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        ...withoutBundlers,
        test: {
          name: "engines",
          include: ["packages/{distributed,e2e}/src/**/*.engines.test.ts"],
          globalSetup: ["infra/engines/provide-engines.ts"],
          testTimeout: 300_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          sequence: { groupOrder: 6 },
        },
      },
      {
        ...fromSource,
        test: {
          name: "distributed",
          include: ["packages/e2e/src/pools/**/*.test.ts", ...inBothProfiles],
          globalSetup: ["infra/engines/provide-engines.ts", "packages/e2e/src/pools/provide-distributed.ts"],
          testTimeout: 300_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 7 },
        },
      },
      {
        ...fromSource,
        test: {
          name: "cluster",
          include: ["packages/e2e/src/cluster/**/*.cluster.test.ts"],
          globalSetup: ["packages/e2e/src/cluster/provide-cluster.ts"],
          testTimeout: 300_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 8 },
        },
      },
      {
        ...fromSource,
        test: {
          name: "bundles",
          include: whole,
          testTimeout: 300_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          sequence: { groupOrder: 5 },
        },
      },
      {
        ...fromSource,
        test: {
          name: "secrets",
          include: ["packages/e2e/src/secrets/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
