import { fileURLToPath } from "node:url";
import { defineConfig, type UserConfig } from "tsdown";

/** What `tsc -b` says of a package; the build script runs it first. */
const typesOf = (name: string, module = "index") =>
  fileURLToPath(new URL(`../${name}/.types/${module}.d.ts`, import.meta.url));

const common: UserConfig = {
  format: "esm",
  platform: "neutral",
  target: "es2023",
  outDir: "dist",
  fixedExtension: false,
  // Two builds write there, each one file.
  clean: false,
  deps: { alwaysBundle: [/^@kubin\//], neverBundle: [/^@trpc\//, /^zod/, "eventsource"] },
};

// Bundled with the workspace packages it takes types and errors from; what it declares as dependencies stays outside.
export default defineConfig([
  {
    ...common,
    entry: { index: "src/index.ts" },
    dts: false,
    inputOptions: { resolve: { conditionNames: ["@kubin/source", "import", "module", "default"] } },
  },
  {
    ...common,
    // Rolled up from declarations that exist: made from the sources, they take 4 GB of memory.
    entry: { index: typesOf("client") },
    dts: { dtsInput: true, emitDtsOnly: true, resolve: [/^@kubin\//] },
    plugins: [
      {
        name: "declarations-of-the-workspace",
        resolveId(source, importer) {
          if (source === "@kubin/api") return typesOf("api", "app-router");
          if (source === "@kubin/schema") return typesOf("schema");
          // In a declaration `./x.ts` means the declaration of x.
          if (!importer?.includes("/.types/") || !/^\.{1,2}\/.*\.ts$/.test(source)) return null;
          return fileURLToPath(new URL(source.replace(/(?:\.d)?\.ts$/, ".d.ts"), `file://${importer}`));
        },
      },
    ],
  },
]);
