import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KubeConfig } from "@kubernetes/client-node";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openFakeIo } from "../../fixtures/fake-io.ts";
import { openFakeApi, sendJson } from "../fixtures/fake-api.ts";
import { useExecLogin } from "./exec-login.ts";
import { openConnection } from "./open-connection.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-login-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A login program in sh. */
async function program(body: string): Promise<string> {
  const path = join(folder, "login");
  await writeFile(path, `#!/bin/sh\necho run >> "${folder}/runs"\n${body}\n`);
  await chmod(path, 0o700);
  return path;
}

async function connectionWith(command: string, server: URL) {
  const { io, told } = openFakeIo({ PATH: "/usr/bin:/bin" });
  const config = new KubeConfig();
  const exec = { apiVersion: "client.authentication.k8s.io/v1", command, env: [{ name: "WHO", value: "me" }] };
  config.loadFromClusterAndUser({ name: "c", server: server.href, skipTLSVerify: true }, { name: "u", exec });
  useExecLogin(config, io);
  return { connection: openConnection({ config, server, clusterName: "c", namespace: undefined }), told };
}

const credential = (token: string) => JSON.stringify({ kind: "ExecCredential", status: { token } });

test("runs once for many requests, shows what it asks, and is told what kubectl tells it", async () => {
  await using api = await openFakeApi((_url, response) => sendJson(response, {}));
  const token = ["a", "token"].join("-");
  const command = await program(
    `echo "open https://login.example and type ABC" >&2\necho "$KUBERNETES_EXEC_INFO $WHO" > "${folder}/info"\necho '${credential(token)}'`,
  );
  const { connection, told } = await connectionWith(command, api.access.server);
  const all = await Promise.all(Array.from({ length: 8 }, () => connection.options({})));
  for (const { headers } of all) expect(headers).toMatchObject({ Authorization: `Bearer ${token}` });
  expect(await readFile(join(folder, "runs"), "utf8")).toBe("run\n");
  expect(told()).toContain("type ABC");
  const info = await readFile(join(folder, "info"), "utf8");
  expect(info).toContain('"kind":"ExecCredential"');
  expect(info).toContain("me");
});

test.each([
  ["exit 3", /login.*ended with 3/],
  ["echo no json", /gave no ExecCredential/],
])("that ends with %j is told", async (body, message) => {
  await using api = await openFakeApi((_url, response) => sendJson(response, {}));
  const { connection } = await connectionWith(await program(body), api.access.server);
  await expect(connection.options({})).rejects.toThrow(message);
});

test("that is not installed is told with its name", async () => {
  await using api = await openFakeApi((_url, response) => sendJson(response, {}));
  const { connection } = await connectionWith(join(folder, "nowhere"), api.access.server);
  await expect(connection.options({})).rejects.toThrow(/nowhere, is not installed/);
});
