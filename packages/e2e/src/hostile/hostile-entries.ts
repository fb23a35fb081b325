import type { TarEntry } from "../testbed/write-tar.ts";
import { aliasBomb } from "./bombs.ts";

const shop = "mg/namespaces/shop";
export const goodLines = 100;

const pod = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop, uid: uid-${name}}\nspec: {containers: [{name: app, image: "x:1"}]}\nstatus: {phase: Running}\n`;
const log = (name: string) => `${shop}/pods/${name}/app/app/logs/current.log`;
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => `2026-01-01T00:00:00.${String(at).padStart(9, "0")}Z line ${at}\n`).join("");

/** A must-gather with good objects and logs, and everything between them that somebody hostile puts into an archive. */
export function* hostileEntries(bomb: Uint8Array): Generator<TarEntry> {
  yield { name: "mg/version", body: "must-gather\n4.16.0" };
  yield { name: `${shop}/shop.yaml`, body: "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n" };
  yield { name: `${shop}/pods/web-0/web-0.yaml`, body: pod("web-0") };
  yield { name: log("web-0"), body: lines(goodLines) };
  yield { name: "mg/../../escape.yaml", body: pod("escape") };
  yield { name: "/etc/cron.d/absolute.yaml", body: pod("absolute") };
  yield { name: `${shop}/out.yaml`, type: "2", link: "../../../../../../etc/passwd" };
  yield { name: log("linked"), type: "2", link: "/etc/shadow" };
  yield { name: "mg/device.yaml", type: "3" };
  yield { name: `${shop}/pods/web-1/app/app/logs/rotated/0.log.20260101-000000.gz`, body: bomb };
  yield { name: "mg/audit_logs/bomb.log.gz", body: bomb };
  yield { name: "mg/nested/bomb.tar.gz", body: bomb };
  yield {
    name: `${shop}/core/services.yaml`,
    body: "apiVersion: v1\nkind: Service\nmetadata: {name: first, namespace: shop}\n",
  };
  yield {
    name: `${shop}/core/services.yaml`,
    body: "apiVersion: v1\nkind: Service\nmetadata: {name: second, namespace: shop}\n",
  };
  yield { name: "mg/C:\\windows\\evil.yaml", body: pod("windows") };
  yield { name: `${shop}/pods/a:b/app/app/logs/current.log`, body: lines(1) };
  yield { name: "mg/\u001b[2Jred.txt", body: "see" };
  yield { name: "mg/<img src=x onerror=alert(1)>.txt", body: "<script>alert(1)</script>" };
  yield { name: "mg/$(touch owned);`touch owned`.txt", body: "see" };
  yield { name: `${shop}/core/configmaps.yaml`, body: aliasBomb() };
  yield { name: "mg/etcd_info/deep.json", body: "[".repeat(100_000) + "]".repeat(100_000) };
  yield { name: `${shop}/apps/deployments.yaml`, body: `{"a":`.repeat(100_000) };
  yield { name: `${shop}/core/endpoints.yaml`, body: Buffer.from([0xff, 0xfe, 0, 1, 2, 3, 0x80, 0x81]) };
  yield { name: log("long"), body: `${"x".repeat(26 * 1024)}\n${"y".repeat(20_000_000)}\nafter\n` };
  yield { name: `${shop}/pods/web-9/web-9.yaml`, body: pod("web-9") };
  yield { name: log("web-9"), body: lines(goodLines) };
}
