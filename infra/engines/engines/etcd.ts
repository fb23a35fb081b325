import { join } from "node:path";
import type { Engine } from "../engine.ts";
import { aptInstall } from "../install/apt-install.ts";
import { ports } from "../ports.ts";
import { askPort } from "../process/ask-port.ts";
import { findCommand } from "../process/find-command.ts";

export const etcdAddress = `http://127.0.0.1:${ports.etcd}`;

/** etcd: what the API server keeps its objects in. Debian's package may run one of its own, which is not ours. */
export const etcd: Engine = {
  name: "etcd",
  about: "etcd, for the control plane",
  ports: [ports.etcd, ports.etcdPeer],
  needs: [],
  async install(_place, say) {
    if (!(await findCommand("etcd"))) await aptInstall(["etcd-server"], say);
  },
  async prepare(place) {
    const peer = `http://127.0.0.1:${ports.etcdPeer}`;
    const addresses = [
      ...["--listen-client-urls", etcdAddress, "--advertise-client-urls", etcdAddress],
      ...["--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer, "--initial-cluster", `default=${peer}`],
    ];
    // What tests put there may be lost; waiting for the disk at each write makes two busy cores miss deadlines.
    const manners = ["--unsafe-no-fsync", "--auto-compaction-retention", "1h", "--quota-backend-bytes", "4294967296"];
    return [{ command: "etcd", args: ["--data-dir", join(place.run, "data"), ...addresses, ...manners] }];
  },
  async ask() {
    const answer = await askPort(ports.etcd, "GET /health HTTP/1.0\r\n\r\n");
    if (!answer.includes('"health":"true"')) throw new Error(`etcd says ${answer.slice(0, 300)}`);
  },
  environment: () => ({}),
};
