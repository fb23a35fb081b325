#!/usr/bin/env node
// Checked in, so that npm can link the command before the program is built.
import { existsSync } from "node:fs";

const program = new URL("../dist/main.js", import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  process.stderr.write(
    "error: kubin is not built yet. Run `npm run build` once (`npm start` and `npm run demo` do it).\n",
  );
  process.exitCode = 1;
}
