import { command, snapshotOption } from "../usage/command.ts";

export const describeCommand = command({
  usage: "describe <kind> [names..]",
  summary: "Describe objects as kubectl describe does, with their events",
  details: `Kinds as for \`kubin get\`. Without names, all of the kind. Ages are as of the capture; what kubectl would ask the cluster for (pods, replica sets, endpoints) is told as far as it was captured.`,
  positionals: {
    kind: { type: "string", demandOption: true, describe: "pod, po, pod/web-0, deploy, …" },
    names: { type: "string", array: true, describe: "Names of objects" },
  },
  options: {
    ...snapshotOption,
    namespace: { alias: "n", type: "string", describe: "Only this namespace (several with commas)" },
    "all-namespaces": { alias: "A", type: "boolean", default: false, describe: "All namespaces (the default)" },
    selector: { alias: "l", type: "string", describe: "Label selector: app=web,tier!=cache,env in (a,b)" },
    failing: { type: "boolean", default: false, describe: "Only what does not do its work" },
  },
  examples: [
    ["kubin describe pod web-0 -n shop", "as kubectl describe pod web-0 -n shop"],
    ["kubin describe pods --failing", "everything that is broken"],
    ["kubin describe node/worker-1", "one node"],
  ],
  run: async (args, io) => (await import("../describe/describe-objects.ts")).describeObjects(io, args),
});
