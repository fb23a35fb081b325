import { mkdtemp, rm } from "node:fs/promises";
import { countPlain } from "./plain/count-plain.ts";
import { unpackPlain } from "./plain/unpack-plain.ts";
for (const f of process.argv.slice(2)) { const d = await mkdtemp("/tmp/ev/pl-"); await unpackPlain(f, d); console.log(f, JSON.stringify(await countPlain(d))); await rm(d,{recursive:true,force:true}); }
