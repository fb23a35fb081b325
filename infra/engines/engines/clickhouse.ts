import { fileURLToPath } from "node:url";
import type { Engine } from "../engine.ts";
import { ports } from "../ports.ts";

const url = process.env.CLICKHOUSE_URL || `http://127.0.0.1:${ports.clickhouse}`;

/**
 * What ClickHouse understands over HTTP, by chDB (the same engine as a library) behind the bridge of the embedded profile:
 * no registry has a ClickHouse server to install natively. Nothing of a cluster can be tried on it. With CLICKHOUSE_URL
 * set, tests use that server instead.
 */
export const clickhouse: Engine = {
  name: "clickhouse",
  about: "chDB behind the bridge, in the place of ClickHouse",
  ports: [ports.clickhouse],
  needs: [],
  async install() {
    // chDB comes with npm install.
  },
  async prepare(place) {
    const script = fileURLToPath(new URL("./clickhouse-process.ts", import.meta.url));
    const args = [
      "--import",
      import.meta.resolve("tsx"),
      "--conditions=@kubin/source",
      script,
      place.run,
      String(ports.clickhouse),
    ];
    return [{ command: process.execPath, args, env: { UV_THREADPOOL_SIZE: "16", TZ: "UTC" } }];
  },
  async ask() {
    const answer = await fetch(new URL("/ping", url), { signal: AbortSignal.timeout(3_000) });
    if (!answer.ok) throw new Error(`It answers ${answer.status}.`);
  },
  environment: () => ({ CLICKHOUSE_URL: url }),
};
