import { type MadePart, objectsPart, pod } from "./make-parts.ts";

const perPart = 2_000;
/** Beginnings in common, so that each letter of one of them leaves fewer. */
const apps = ["payments", "payroll", "pages", "parcels", "pricing", "profile", "checkout", "catalog", "search", "web"];

/** Pods of about 2.6 KB of JSON each, the mean of the real bundles, 2,000 in a namespace. */
export function* manyPods(total: number): Generator<MadePart> {
  for (let start = 0; start < total; start += perPart) {
    const namespace = `shop-${start / perPart}`;
    const pods = Array.from({ length: perPart }, (_, index) => bigPod(namespace, start + index));
    yield objectsPart("resources", namespace, pods);
  }
}

function bigPod(namespace: string, number: number) {
  const name = `${apps[number % apps.length]}-${String(number).padStart(6, "0")}`;
  const env = Array.from({ length: 25 }, (_, index) => ({
    name: `SETTING_${index}`,
    value: `value ${index} of ${name} `.repeat(2),
  }));
  const container = { name: "app", image: `registry.example/app:${number % 50}`, env };
  return pod(namespace, name, {
    spec: { nodeName: `node-${number % 40}`, containers: [container] },
    status: {
      phase: "Running",
      podIP: `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`,
      containerStatuses: [{ name: "app", ready: true, restartCount: number % 3, state: { running: {} } }],
    },
  });
}
