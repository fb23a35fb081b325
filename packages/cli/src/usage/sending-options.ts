import type { Options } from "yargs";

/** Options of commands that make a snapshot: how it is sent, or into which file it goes instead. */
export const sendingOptions = {
  expires: { type: "string", describe: "Days until it is deleted: 1d to 365d [7d]" },
  wait: { type: "boolean", describe: "Wait until it is completed or failed [on a terminal]" },
  "redaction-key-file": {
    type: "string",
    describe: "File with the team's key, so that marks of several snapshots compare [KUBIN_REDACTION_KEY_FILE]",
  },
  "keep-secrets": { type: "boolean", default: false, describe: "Take nothing out; asks for a typed confirmation" },
  "to-file": { type: "string", describe: "Send nothing; write a file that `kubin import` sends later (- is stdout)" },
  force: { type: "boolean", default: false, describe: "With --to-file: write over a file that is there" },
  "encrypt-to": {
    type: "string",
    array: true,
    nargs: 1,
    describe: "With --to-file: encrypt to an age recipient (age1…), or @file with one a line",
  },
  parallel: { type: "number", default: 6, describe: "Uploads at the same time" },
} as const satisfies Record<string, Options>;
