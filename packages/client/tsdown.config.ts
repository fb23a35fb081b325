import { defineConfig } from "tsdown";

// Bundled with the workspace packages it takes types and errors from; what it declares as dependencies stays outside.
export default defineConfig({
  entry: { index: "src/index.ts" },
  format: "esm",
  platform: "neutral",
  target: "es2023",
  outDir: "lib",
  dts: { eager: true, resolve: [/^@kubin\//] },
  inputOptions: { resolve: { conditionNames: ["@kubin/source", "import", "module", "default"] } },
  deps: { alwaysBundle: [/^@kubin\//], neverBundle: [/^@trpc\//, /^zod/, "eventsource"] },
});
