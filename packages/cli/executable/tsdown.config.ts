import { defineConfig } from "tsdown";

// The same program as one CommonJS script, for a Node that carries it inside (scripts/build-executable.mjs): such a Node
// can require nothing but its own modules, so all that `import()` would load later is in the script too.
export default defineConfig({
  entry: { kubin: "../src/executable.ts" },
  format: "cjs",
  platform: "node",
  target: "node20",
  outDir: "../dist-executable",
  dts: false,
  shims: true,
  minify: true,
  // ws would look for faster parts in C++ beside it, and Node warn of that.
  define: { "process.env.WS_NO_BUFFER_UTIL": "true", "process.env.WS_NO_UTF_8_VALIDATE": "true" },
  inputOptions: {
    // Of yargs' files with settings, which nobody reads here.
    checks: { emptyImportMeta: false },
    resolve: { conditionNames: ["@kubin/source", "node", "import", "module", "default"] },
  },
  outputOptions: { codeSplitting: false },
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
});
