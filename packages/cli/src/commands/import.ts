import { command } from "../usage/command.ts";
import { sendingOptions } from "../usage/sending-options.ts";

export const importCommand = command({
  usage: "import [source]",
  summary: "Upload a bundle and print its link",
  details: `Takes bundles of many tools (must-gather, troubleshoot, kubectl cluster-info dump, Rancher, sonobuoy, kind export logs and more: docs/formats.md), told by their content: a folder, tar, gz, xz, zst, zip, or what \`kubectl get -A -o json|yaml\` prints. The link is the first line of stdout and works at once, while the rest is still on its way. Secrets are taken out before anything leaves this machine, own rules and exceptions stand in .kubin.yaml, and what cannot be searched for them stays here. No option takes a secret: keys come from files.`,
  positionals: { source: { type: "string", describe: "A file, a folder, or - for stdin" } },
  options: {
    name: { type: "string", describe: "Name in lists [the file's]" },
    root: { type: "string", describe: "Folder of the bundle to take, where several lie in the source" },
    split: { type: "boolean", default: false, describe: "Of several bundles, make a snapshot each" },
    "dry-run": { type: "boolean", default: false, describe: "Send nothing; print what would be sent, as JSON" },
    review: { type: "boolean", default: false, describe: "Show what would be sent, and ask before sending it" },
    config: { type: "string", describe: "File with own redaction rules [.kubin.yaml here or in a parent folder]" },
    "redact-names": { type: "boolean", default: false, describe: "Pseudonyms for namespaces, hosts and addresses" },
    "include-raw": { type: "boolean", default: false, describe: "Send files too that cannot be searched for secrets" },
    resume: { type: "boolean", default: false, describe: "Go on with an import that was stopped" },
    discard: { type: "boolean", default: false, describe: "With --resume: give the stopped import up" },
    identity: { type: "string", describe: "age identity file that decrypts a kubin file" },
    ...sendingOptions,
  },
  examples: [
    ["kubin import must-gather.tar.gz", "upload, wait, and say what fails"],
    ["kubin import ./inspect.local.5421342344627712289 --expires 30d", "a folder, kept for a month"],
    ["kubectl get pods,deploy,events -A -o json | kubin import - --name staging", "straight from kubectl"],
    ["kubin import support-bundle.tar.gz --review", "look through what would be sent, then send it or not"],
    ["kubin import support-bundle.tar.gz --dry-run --jq .redactions", "send nothing; print what would be taken out"],
    ["kubin import nightly.zip --redact-names --redaction-key-file team.key", "marks compare from night to night"],
    ["kubin import bundles.tar.gz --root cluster-b", "one of several bundles; --split makes a snapshot of each"],
    ["kubin import --resume", "go on with the import that was stopped last, sending only what is missing"],
    [
      "kubin import must-gather.tar.gz --to-file x.kubin --encrypt-to age1…",
      "a file instead of a link; send it later with --identity",
    ],
    ["kubin import must-gather.tar.gz --output json", "one JSON object a line: id and url at once, last the result"],
  ],
  run: async (args, io) => (await import("../import/run-import.ts")).runImport(io, args),
});
