import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clientCertificate } from "../install/make-certificate.ts";
import { ports } from "../ports.ts";

/** Whom the API server knows. All but `admin` may do what the tests' RBAC objects grant, at first nothing. */
const users = {
  admin: ["system:masters"],
  viewer: ["viewers"],
  "no-secrets": ["no-secrets"],
  "one-namespace": ["one-namespace"],
  norights: [],
} as const;

/** May do what `viewer` may, and enters with a certificate. */
const byCertificate = "by-certificate";

/** The path of a user's kubeconfig in the folder of the API server. */
export function kubeconfigOf(folder: string, user: string): string {
  return join(folder, `${user}.kubeconfig`);
}

/** The environment variable that names it: `KUBIN_TEST_KUBECONFIG` for admin, with `_NO_SECRETS` and so on for others. */
export function kubeconfigVariables(folder: string): Record<string, string> {
  const names = [...Object.keys(users), byCertificate].map((user) => {
    const suffix = user === "admin" ? "" : `_${user.replaceAll("-", "_").toUpperCase()}`;
    return [`KUBIN_TEST_KUBECONFIG${suffix}`, kubeconfigOf(folder, user)] as const;
  });
  return Object.fromEntries(names);
}

/** Writes the file of tokens that the API server reads, and a kubeconfig for each; returns the tokens' path. */
export async function writeUsers(folder: string, caFile: string): Promise<string> {
  const tokens = join(folder, "tokens.csv");
  const all = Object.entries(users);
  const lines = all.map(([user, groups]) => `${tokenOf(user)},${user},${user},"${groups.join(",")}"\n`);
  await writeFile(tokens, lines.join(""), { mode: 0o600 });
  const authority = (await readFile(caFile)).toString("base64");
  const write = (user: string, login: object) =>
    writeFile(join(folder, `${user}.kubeconfig`), kubeconfig(user, { authority, login }), { mode: 0o600 });
  for (const [user] of all) await write(user, { token: tokenOf(user) });
  const { chain, key } = await clientCertificate(folder, `/O=viewers/CN=${byCertificate}`);
  await write(byCertificate, { "client-certificate-data": base64(chain), "client-key-data": base64(key) });
  return tokens;
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** Of a server that only this machine reaches and that holds what tests made. */
function tokenOf(user: string): string {
  return `kubin-engines-${user}`;
}

function kubeconfig(user: string, { authority, login }: { authority: string; login: object }): string {
  const cluster = { server: `https://127.0.0.1:${ports.apiserver}`, "certificate-authority-data": authority };
  // JSON is YAML, too.
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "kubin-engines", cluster }],
    users: [{ name: user, user: login }],
    contexts: [{ name: user, context: { cluster: "kubin-engines", user } }],
    "current-context": user,
  });
}
