import { stateLabel } from "../../../../../infra/engines/control-plane/pod-states.ts";
import { plantedSecret } from "../planted-secrets.ts";

export interface PodOptions {
  app: string;
  /** As the simulated kubelet reports it; running without. */
  state?: "crash-loop" | "image-pull";
  init?: boolean;
  sidecar?: boolean;
  cpu?: string;
  claim?: string;
  restartPolicy?: "Never";
  labels?: Record<string, string>;
}

/** Far beyond any test: the pod stays as it is. */
const never = "8760h";

/** Template of a pod: labels, annotations and spec. Every one has a secret in its environment. */
export function podTemplate(options: PodOptions) {
  const { app, state, labels } = options;
  const notReady = "pod-ready.stage.kwok.x-k8s.io";
  const waits = { [`${notReady}/weight`]: "0", [`${notReady}/delay`]: never, [`${notReady}/jitter-delay`]: never };
  return {
    metadata: {
      labels: { app, ...(state && { [stateLabel]: state }), ...labels },
      annotations: { "kubin.test/about": `pods of ${app}`, ...(state === "image-pull" && waits) },
    },
    spec: podSpec(options),
  };
}

function podSpec({ app, init, sidecar, cpu = "50m", claim, restartPolicy }: PodOptions) {
  const image = `registry.example/${app}:1.4.2`;
  const before = init ? [{ name: "prepare", image, command: ["prepare", "--once"] }] : [];
  const beside = sidecar ? [{ name: "proxy", image: "registry.example/proxy:2.0", restartPolicy: "Always" }] : [];
  const volumes = [
    { name: "scratch", emptyDir: {} },
    ...(claim ? [{ name: "data", persistentVolumeClaim: { claimName: claim } }] : []),
  ];
  return {
    ...(restartPolicy && { restartPolicy }),
    ...(before.length + beside.length > 0 && { initContainers: [...before, ...beside] }),
    containers: [
      {
        name: "main",
        image,
        args: ["serve", `--admin-password=${plantedSecret("argument of a command")}`],
        env: [
          { name: "LOG_LEVEL", value: "info" },
          { name: "DB_PASSWORD", value: plantedSecret("value of an env variable") },
          {
            name: "DATABASE_URL",
            value: `postgres://app:${plantedSecret("password in a URL of an env variable")}@db:5432/app`,
          },
          { name: "API_KEY", valueFrom: { secretKeyRef: { name: "credentials", key: "api-key", optional: true } } },
        ],
        ports: [{ name: "http", containerPort: 8080 }],
        resources: { requests: { cpu, memory: "64Mi" }, limits: { memory: "256Mi" } },
        readinessProbe: { httpGet: { path: "/ready", port: "http" } },
      },
    ],
    volumes,
  };
}
