import { defineConfig } from "tsdown";

// One program with nothing to install beside it. Split, so that `kubin --help` reads a small part of it.
export default defineConfig({
  entry: { main: "src/main.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  outDir: "dist",
  fixedExtension: false,
  dts: false,
  // The glue of jq's WebAssembly asks for __dirname.
  shims: true,
  minify: true,
  inputOptions: { resolve: { conditionNames: ["@kubin/source", "node", "import", "module", "default"] } },
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
});
