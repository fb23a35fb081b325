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
  // Only the kubeconfig of that client is used; its package does not say that the rest may be left out.
  treeshake: { moduleSideEffects: [{ test: /@kubernetes\/client-node/, sideEffects: false }] },
  inputOptions: { resolve: { conditionNames: ["@kubin/source", "node", "import", "module", "default"] } },
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
});
