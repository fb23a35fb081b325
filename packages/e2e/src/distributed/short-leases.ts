import { loadConfig, startServer } from "@kubin/server";

/** The real server, but for how long a worker holds a part: tests do not wait for a minute. */
const server = await startServer(loadConfig(process.env), { leaseMs: 4_000, sweepEveryMs: 1_000 });
process.stdout.write(`Kubin listens on ${server.url}\n`);
process.once("SIGTERM", () => void server.close().then(() => process.exit(0)));
