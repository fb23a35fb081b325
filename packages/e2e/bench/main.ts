import { buildPackages } from "../src/testbed/build-packages.ts";
import { link } from "./link.ts";
import { list } from "./list.ts";
import { memory } from "./memory.ts";
import { sampleRun } from "./sample.ts";
import { search } from "./search.ts";

// Prints figures for the machine it runs on; quote medians and ratios. Each bench starts its own server.
const benches = { link, sample: sampleRun, list, search, memory } as const;

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0 || names.includes("--help")) {
  console.error(`usage: npm run bench -- [${Object.keys(benches).join("|")}]…   (all without a name)`);
  process.exit(unknown.length > 0 ? 2 : 0);
}
await buildPackages("@kubin/web", "@kubin/cli");
for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`\n# ${name}`);
  await bench();
}
