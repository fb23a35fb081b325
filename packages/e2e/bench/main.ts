import { join } from "node:path";
import { buildPackages } from "../src/testbed/build-packages.ts";
import { root } from "../src/testbed/processes.ts";
import { bundles } from "./bundles.ts";
import { capture, captureLarge } from "./capture.ts";
import { find } from "./find.ts";
import { importFloor } from "./import-floor.ts";
import { link } from "./link.ts";
import { list } from "./list.ts";
import { load } from "./load.ts";
import { logFigures, logs } from "./logs.ts";
import { logsMemory } from "./logs-memory.ts";
import { memory } from "./memory.ts";
import { memoryOfLargeBundle } from "./memory-large.ts";
import { millionPods } from "./million-pods.ts";
import { parsing } from "./parsing.ts";
import { redaction } from "./redaction.ts";
import { sampleRun } from "./sample.ts";
import { search } from "./search.ts";
import { size } from "./size.ts";
import { web } from "./web.ts";

// Prints figures for the machine it runs on; quote medians and ratios. Each bench starts its own server.
const args = process.argv.slice(2);
const corpusAt = args.indexOf("--corpus");
const [, named] = corpusAt < 0 ? [] : args.splice(corpusAt, 2);
// `logs search ingest`: what follows are figures of that bench, whose names others have too.
const figures = args[0] === "logs" ? args.splice(1) : [];
const gigabytes = args[0] === "logs-memory" ? args.splice(1).map(Number)[0] : undefined;
const corpus = named ?? process.env.KUBIN_CORPUS ?? join(root, "samples");
const benches = {
  link,
  sample: sampleRun,
  list,
  find,
  search,
  memory,
  bundles: () => bundles(corpus),
  redaction,
  parsing: () => parsing(corpus),
  import: importFloor,
  "memory-2gb": memoryOfLargeBundle,
  "million-pods": millionPods,
  web,
  size,
  load,
  logs: () => logs(corpus, figures),
  "logs-memory": () => logsMemory(corpus, gigabytes),
  capture,
  "capture-large": captureLarge,
} as const;

const unknown = [...args.filter((name) => !(name in benches)), ...figures.filter((name) => !logFigures.includes(name))];
if (unknown.length > 0 || args.includes("--help")) {
  console.error(
    `usage: npm run bench -- [${Object.keys(benches).join("|")}]… [--corpus DIR]   (all without a name; size, load and capture need the engines up)
       npm run bench -- logs [${logFigures.join("|")}]… [--corpus DIR]
       npm run bench -- logs-memory [GIGABYTES]`,
  );
  process.exit(unknown.length > 0 ? 2 : 0);
}
await buildPackages("@kubin/web", "@kubin/cli");
for (const [name, bench] of Object.entries(benches)) {
  if (args.length > 0 && !args.includes(name)) continue;
  console.log(`\n# ${name}`);
  await bench();
}
