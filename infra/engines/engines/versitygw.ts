import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Engine } from "../engine.ts";
import { goBuild, goFolder } from "../install/go-build.ts";
import { ports } from "../ports.ts";
import { askPort } from "../process/ask-port.ts";

const module = "github.com/versity/versitygw/cmd/versitygw";
const version = "v1.8.0";
const accessKey = "kubin-engines";
/** Of an engine that only this machine reaches and that holds what tests made. */
const secretKey = "kubin-engines-on-loopback";

/** VersityGW: a second S3 server, over a folder, so that nothing leans on the manners of one. */
export const versitygw: Engine = {
  name: "versitygw",
  about: "VersityGW, a second S3 server",
  ports: [ports.versitygw],
  needs: [],
  async install(place, say) {
    await goBuild({ place, module, version, say });
  },
  async prepare(place) {
    const data = join(place.run, "data");
    await mkdir(data, { recursive: true });
    const keys = ["--access", accessKey, "--secret", secretKey];
    const command = join(goFolder(place, version), "versitygw");
    return [{ command, args: ["--port", `127.0.0.1:${ports.versitygw}`, ...keys, "posix", data] }];
  },
  async ask() {
    const answer = await askPort(ports.versitygw, "GET / HTTP/1.0\r\n\r\n");
    if (!answer.startsWith("HTTP/1.")) throw new Error(answer.slice(0, 100));
  },
  environment: () => ({
    SECOND_S3_ENDPOINT: `http://127.0.0.1:${ports.versitygw}`,
    SECOND_S3_ACCESS_KEY_ID: accessKey,
    SECOND_S3_SECRET_ACCESS_KEY: secretKey,
  }),
};
