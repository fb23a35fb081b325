// Who may import whom (docs/architecture.md). Biome refuses undeclared packages; this refuses what package.json alone
// cannot express: layers inside a package, development dependencies in production source, cycles of types.
const tests =
  "\\.test\\.tsx?$|/src/contracts/|/fixtures/|/testing\\.ts$|vite(st)?\\.config\\.ts$|tsdown\\.config\\.ts$";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-relative-into-another-package",
      severity: "error",
      from: { path: "^packages/([^/]+)/" },
      to: { path: "^packages/([^/]+)/", pathNot: "^packages/$1/", dependencyTypes: ["local"] },
    },
    {
      name: "browser-safe-knows-no-node",
      comment: "schema, logs and kubernetes run in browsers",
      severity: "error",
      from: { path: "^packages/(schema|logs|kubernetes)/src/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "ports-know-no-engine",
      comment: "core, api and workers see ports only",
      severity: "error",
      from: { path: "^packages/(core|api|workers)/src/", pathNot: tests },
      to: {
        path: "^packages/(persistence|embedded|distributed|server)/|(^|node_modules/)(pg|@prisma|chdb|@clickhouse|@electric-sql)(/|$)",
      },
    },
    {
      name: "verbs-do-not-know-background-work",
      comment: "workers call verbs; a verb calls work only to settle what it changed",
      severity: "error",
      from: { path: "^packages/core/src/(resources|logs|snapshots)/", pathNot: tests },
      to: { path: "^packages/core/src/(background|upload)/" },
    },
    {
      name: "routers-call-verbs-only",
      severity: "error",
      from: { path: "^packages/api/src/routers/", pathNot: tests },
      to: { path: "node_modules/(?!zod/|@trpc/)|^packages/(?!(api|core|schema)/)" },
    },
    {
      name: "nobody-imports-e2e-or-web",
      severity: "error",
      from: { pathNot: "^packages/(e2e|web)/" },
      to: { path: "^packages/(e2e|web)/" },
    },
    {
      name: "cli-and-web-know-no-server",
      severity: "error",
      from: { path: "^packages/(cli|web|client)/src/", pathNot: tests },
      to: { path: "^packages/(core|persistence|embedded|distributed|workers|server)/" },
    },
    {
      name: "no-development-dependency-in-production",
      comment: "cli and client bundle everything, so theirs are development dependencies by design",
      severity: "error",
      from: { path: "^packages/[^/]+/src/", pathNot: `${tests}|^packages/(cli|client|e2e)/` },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Only our own: most npm packages live in a dist folder, and excluding these would blind the rules above.
    exclude: { path: "^packages/[^/]+/(dist|\\.types|src/generated)/" },
    tsConfig: { fileName: "tsconfig.base.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@kubin/source", "import", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json"],
    },
  },
};
