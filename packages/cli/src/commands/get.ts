import { command, snapshotOption } from "../usage/command.ts";

export const getCommand = command({
  usage: "get [kind] [names..]",
  summary: "List objects as kubectl get does, or print them",
  details: `Kinds go by plural, singular, short name or plural.group (po, deploy, certificates.cert-manager.io), several with commas, and "all". Without one, the kinds of the snapshot are listed. All namespaces are shown unless -n names one. Ages are as of the capture.`,
  positionals: {
    kind: { type: "string", describe: "pods, po, pod/web-0, deploy,svc, …" },
    names: { type: "string", array: true, describe: "Names of objects" },
  },
  options: {
    ...snapshotOption,
    namespace: { alias: "n", type: "string", describe: "Only this namespace (several with commas)" },
    "all-namespaces": { alias: "A", type: "boolean", default: false, describe: "All namespaces (the default)" },
    selector: { alias: "l", type: "string", describe: "Label selector: app=web,tier!=cache,env in (a,b)" },
    output: { alias: "o", type: "string", describe: "wide, name, yaml, json, jsonpath=… or table" },
    "show-labels": { type: "boolean", default: false, describe: "A column with all labels" },
    headers: { type: "boolean", default: true, describe: "Line of titles; --no-headers leaves it away" },
    text: { type: "string", describe: "Part of a name, label, annotation or image" },
    failing: { type: "boolean", default: false, describe: "Only what does not do its work" },
  },
  examples: [
    ["kubin get pods -n shop", "as kubectl get pods -n shop"],
    ["kubin get po -l app=web -o wide", "by label, with nodes and addresses"],
    ["kubin get deploy/web -n shop -o yaml", "one object"],
    ["kubin get pods -o jsonpath='{.items[*].metadata.name}'", "only the names"],
    ["kubin get pods --failing", "what is broken, with the reason"],
  ],
  run: async (args, io) => (await import("../get/get-objects.ts")).getObjects(io, args),
});
