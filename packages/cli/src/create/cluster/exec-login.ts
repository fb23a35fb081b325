import { spawn } from "node:child_process";
import type { RequestOptions } from "node:https";
import type { KubeConfig, User } from "@kubernetes/client-node";
import { KubinError } from "@kubin/schema";
import { z } from "zod";
import type { Io } from "../../io.ts";

/** What the library asks for credentials; it does not export the name. */
type Authenticator = Parameters<KubeConfig["addAuthenticator"]>[0];

/** `users[].user.exec` of a kubeconfig (kubernetes.io/docs/reference/config-api/kubeconfig.v1, ExecConfig). */
const ExecConfig = z.object({
  apiVersion: z.string().default("client.authentication.k8s.io/v1"),
  command: z.string().min(1),
  args: z.array(z.string()).nullish(),
  env: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  interactiveMode: z.enum(["Never", "IfAvailable", "Always"]).default("IfAvailable"),
  installHint: z.string().optional(),
});
type ExecConfig = z.infer<typeof ExecConfig>;

/** What the program prints (config-api/client-authentication.v1, ExecCredential). */
const ExecCredential = z.object({
  status: z.object({
    token: z.string().optional(),
    clientCertificateData: z.string().optional(),
    clientKeyData: z.string().optional(),
    expirationTimestamp: z.string().optional(),
  }),
});
type Status = z.infer<typeof ExecCredential>["status"];

/** A credential is renewed so long before it ends. */
const marginMs = 10_000;

/** Users with this provider are ours: where a user has a section `exec`, the library asks its own first. */
const provider = "kubin-exec";

/**
 * Runs the login programs of a kubeconfig. Not the library's way: that one starts a program for each request of a
 * burst, hides what the program asks of the person (a device code), and does not set KUBERNETES_EXEC_INFO, which some want.
 */
export function useExecLogin(config: KubeConfig, io: Io): void {
  config.users = config.users.map((user) =>
    user.exec ? { ...user, exec: undefined, authProvider: { name: provider, config: { ...user.exec } } } : user,
  );
  config.addAuthenticator(execLogin(io));
}

function execLogin(io: Io): Authenticator {
  let running: Promise<Status> | undefined;
  let endsAt = 0;
  async function credential(exec: ExecConfig): Promise<Status> {
    if (running && Date.now() < endsAt - marginMs) return running;
    endsAt = Number.POSITIVE_INFINITY;
    running = login(io, exec);
    try {
      const { expirationTimestamp } = await running;
      const ends = expirationTimestamp === undefined ? Number.NaN : Date.parse(expirationTimestamp);
      endsAt = Number.isNaN(ends) ? Number.POSITIVE_INFINITY : ends;
    } catch (error) {
      running = undefined;
      throw error;
    }
    return running;
  }
  return {
    isAuthProvider: (user: User) => user.authProvider?.name === provider,
    async applyAuthentication(user: User, opts: RequestOptions) {
      const { token, clientCertificateData, clientKeyData } = await credential(execOf(user));
      if (clientCertificateData !== undefined) opts.cert = clientCertificateData;
      if (clientKeyData !== undefined) opts.key = clientKeyData;
      if (token !== undefined) opts.headers = { ...opts.headers, Authorization: `Bearer ${token}` };
    },
  };
}

function execOf(user: User): ExecConfig {
  const parsed = ExecConfig.safeParse(user.authProvider?.config);
  if (parsed.success) return parsed.data;
  throw new KubinError("BAD_INPUT", "The kubeconfig's user has a section exec without a command that can be run.");
}

/** Its questions go to the terminal; its answer is read from its stdout. Throws FORBIDDEN with how it ended. */
async function login(io: Io, exec: ExecConfig): Promise<Status> {
  const interactive = io.terminal.stdin && exec.interactiveMode !== "Never";
  const info = { apiVersion: exec.apiVersion, kind: "ExecCredential", spec: { interactive } };
  const own = Object.fromEntries((exec.env ?? []).map(({ name, value }) => [name, value]));
  const child = spawn(exec.command, exec.args ?? [], {
    env: { ...io.env, ...own, KUBERNETES_EXEC_INFO: JSON.stringify(info) },
    stdio: [interactive ? "inherit" : "ignore", "pipe", "pipe"],
    signal: io.signal,
  });
  child.stderr?.on("data", (chunk: Uint8Array) => io.stderr.write(chunk));
  const chunks: Uint8Array[] = [];
  child.stdout?.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    const hint = exec.installHint === undefined ? "" : `\n${exec.installHint}`;
    const why = error.code === "ENOENT" ? "is not installed" : "cannot be started";
    throw new KubinError("FORBIDDEN", `The login program of the kubeconfig, ${exec.command}, ${why}.${hint}`);
  });
  if (code !== 0) {
    const sentence = `The login program of the kubeconfig, ${exec.command}, ended with ${code ?? "a signal"}.`;
    throw new KubinError("FORBIDDEN", `${sentence} What it said stands above.`);
  }
  const answer = ExecCredential.safeParse(parsedOf(Buffer.concat(chunks).toString("utf8")));
  if (answer.success) return answer.data.status;
  throw new KubinError("FORBIDDEN", `The login program of the kubeconfig, ${exec.command}, gave no ExecCredential.`);
}

function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Never quoted: it may hold the token.
    return undefined;
  }
}
