import { command } from "../usage/command.ts";

export const rbacCommand = command({
  usage: "rbac",
  summary: "Print the smallest role that a capture needs",
  details: `For \`kubectl apply -f -\`: lists of the types, logs of pods, figures of nodes, what the server says of itself; no Secrets, no wildcards. Asks no cluster unless --from-cluster is given.`,
  positionals: {},
  options: {
    namespace: {
      alias: "n",
      type: "string",
      array: true,
      nargs: 1,
      describe: "A Role in each of these, and a ClusterRole for what has no namespace [one ClusterRole for all]",
    },
    "namespaced-only": { type: "boolean", default: false, describe: "With --namespace: no ClusterRole" },
    include: { type: "string", array: true, nargs: 1, describe: "Only these types: pods,deployments.apps" },
    exclude: { type: "string", array: true, nargs: 1, describe: "None of these types" },
    group: {
      type: "string",
      array: true,
      nargs: 1,
      describe: "Custom types too: cert-manager.io, or example.org=widgets,gadgets; repeatable",
    },
    "from-cluster": { type: "boolean", default: false, describe: "All types that the cluster has, custom ones too" },
    kubeconfig: { type: "string", describe: "With --from-cluster: file to use [KUBECONFIG, else ~/.kube/config]" },
    context: { type: "string", describe: "With --from-cluster: context of the kubeconfig [its current one]" },
    name: { type: "string", describe: "Name of the roles [kubin]" },
    "service-account": { type: "string", describe: "namespace/name: print it too, and bind the roles to it" },
    "with-secrets": { type: "boolean", default: false, describe: "Allow listing Secrets" },
    logs: { type: "boolean", default: true, describe: "Logs of pods; --no-logs leaves them out" },
    "node-summaries": {
      type: "boolean",
      default: false,
      describe: "Allow reading the figures of kubelets: nodes/proxy, by which commands in containers can be run too",
    },
  },
  examples: [
    ["kubin rbac --service-account kubin/kubin | kubectl apply -f -", "for a Job or CronJob that captures"],
    ["kubin rbac -n shop -n payments --namespaced-only", "Roles in two namespaces, nothing else"],
    ["kubin rbac --group cert-manager.io", "with custom types"],
    ["kubin rbac --from-cluster", "all that this cluster has"],
  ],
  run: async (args, io) => (await import("../rbac/print-rbac.ts")).printRbac(io, args),
});
