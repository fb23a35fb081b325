import type { KubectlAction } from "@kubin/kubernetes";

/** For keys that would change a live cluster. */
export const kubectlTexts = {
  title: "This is a snapshot: nothing here reaches the cluster.",
  doing: {
    shell: "For a shell in",
    edit: "To edit",
    delete: "To delete",
    "port-forward": "To reach a port of",
  } satisfies Record<KubectlAction, string>,
  inCluster: "in the real cluster:",
  cannot: {
    shell: "Only pods, and what runs them, have a shell:",
    edit: "kubectl has no command for",
    delete: "kubectl has no command for",
    "port-forward": "Only pods, what runs them, and services have ports:",
  } satisfies Record<KubectlAction, string>,
  guessedPort: "It names no port; put the one you want in place of 80.",
  copy: "Copy the command",
  close: "Close",
} as const;
