/** Set on a pod, it makes the simulated kubelet report that state. */
export const stateLabel = "kubin.test/state";

const ours = (state: string) => `    - { key: '.metadata.labels["${stateLabel}"]', operator: In, values: [${state}] }`;
const phase = (name: string) => `    - { key: .status.phase, operator: In, values: [${name}] }`;

/**
 * Stages of ours for what kwok's do not have: a container that crashes over and over (`crash-loop`), an image that cannot
 * be pulled (`image-pull`), sidecars that go on running, ephemeral containers.
 */
export function ownStages(): string {
  const stages = [crashLoop(), imagePull(), sidecars(), ephemeral()];
  return stages.join("\n---\n");
}

function crashLoop(): string {
  const expressions = [ours("crash-loop"), phase("Running"), exists(".status.containerStatuses.[].state.running")];
  return stage(
    "kubin-crash-loop",
    expressions,
  )(`
      {{ $now := Now }}
      conditions:
      - { type: Ready, status: "False", reason: ContainersNotReady, lastTransitionTime: {{ $now | Quote }} }
      - { type: ContainersReady, status: "False", reason: ContainersNotReady, lastTransitionTime: {{ $now | Quote }} }
      containerStatuses:
      {{ range .spec.containers }}
      - image: {{ .image | Quote }}
        name: {{ .name | Quote }}
        ready: false
        started: false
        restartCount: 7
        state:
          waiting:
            reason: CrashLoopBackOff
            message: back-off 5m0s restarting failed container={{ .name }}
        lastState:
          terminated:
            exitCode: 137
            reason: OOMKilled
            startedAt: {{ $now | Quote }}
            finishedAt: {{ $now | Quote }}
      {{ end }}`);
}

/** Pods of this state ask by annotation that kwok does not make them ready: see `fill-cluster`. */
function imagePull(): string {
  const waits =
    "    - { key: '.status.containerStatuses.[].state.waiting.reason', operator: In, values: [ContainerCreating] }";
  return stage("kubin-image-pull", [ours("image-pull"), phase("Pending"), waits])(`
      containerStatuses:
      {{ range .spec.containers }}
      - image: {{ .image | Quote }}
        name: {{ .name | Quote }}
        ready: false
        started: false
        restartCount: 0
        state:
          waiting:
            reason: ImagePullBackOff
            message: Back-off pulling image {{ .image | Quote }}
      {{ end }}`);
}

function sidecars(): string {
  const always = "    - { key: '.spec.initContainers.[].restartPolicy', operator: In, values: [Always] }";
  const stopped = "    - { key: '.status.initContainerStatuses.[].state.running', operator: DoesNotExist }";
  return stage("kubin-sidecars", [always, phase("Running"), stopped])(`
      {{ $now := Now }}
      initContainerStatuses:
      {{ range .spec.initContainers }}
      - image: {{ .image | Quote }}
        name: {{ .name | Quote }}
        ready: true
        restartCount: 0
        {{ if eq (or .restartPolicy "") "Always" }}
        started: true
        state: { running: { startedAt: {{ $now | Quote }} } }
        {{ else }}
        started: false
        state:
          terminated: { exitCode: 0, reason: Completed, startedAt: {{ $now | Quote }}, finishedAt: {{ $now | Quote }} }
        {{ end }}
      {{ end }}`);
}

function ephemeral(): string {
  const added = exists(".spec.ephemeralContainers");
  const unreported = "    - { key: '.status.ephemeralContainerStatuses', operator: DoesNotExist }";
  return stage("kubin-ephemeral", [added, phase("Running"), unreported])(`
      {{ $now := Now }}
      ephemeralContainerStatuses:
      {{ range .spec.ephemeralContainers }}
      - image: {{ .image | Quote }}
        name: {{ .name | Quote }}
        ready: false
        restartCount: 0
        state: { running: { startedAt: {{ $now | Quote }} } }
      {{ end }}`);
}

function exists(key: string): string {
  return `    - { key: '${key}', operator: Exists }`;
}

/** Weighs more than kwok's own: where both apply, ours is taken. */
function stage(name: string, expressions: string[]): (status: string) => string {
  return (status) => `apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata: { name: ${name} }
spec:
  resourceRef: { apiGroup: v1, kind: Pod }
  selector:
    matchExpressions:
    - { key: .metadata.deletionTimestamp, operator: DoesNotExist }
${expressions.join("\n")}
  weight: 100000
  delay: { durationMilliseconds: 100 }
  next:
    statusTemplate: |${status}
`;
}
