import { command } from "../usage/command.ts";

export const importCommand = command({
  usage: "import <source>",
  summary: "Upload a bundle and print its link",
  details: `Takes a must-gather or \`oc adm inspect\` (a folder, .tar or .tar.gz), and what \`kubectl get -A -o json|yaml\` prints. The link is the first line of stdout and works at once, while the rest is still on its way. Values of Secrets never leave this machine.`,
  positionals: { source: { type: "string", demandOption: true, describe: "A file, a folder, or - for stdin" } },
  options: {
    name: { type: "string", describe: "Name in lists [the file's]" },
    expires: { type: "string", default: "7d", describe: "Days until it is deleted: 1d to 365d" },
    wait: { type: "boolean", describe: "Wait until it is completed or failed [on a terminal]" },
    parallel: { type: "number", default: 6, describe: "Uploads at the same time" },
  },
  examples: [
    ["kubin import must-gather.tar.gz", "upload, wait, and say what fails"],
    ["kubin import ./inspect.local.5421342344627712289 --expires 30d", "a folder, kept for a month"],
    ["kubectl get pods,deploy,events -A -o json | kubin import - --name staging", "straight from kubectl"],
    ["kubin import must-gather.tar.gz --output json", "one JSON object a line: id and url at once, last the result"],
  ],
  run: async (args, io) => (await import("../import/import-bundle.ts")).importBundle(io, args),
});
