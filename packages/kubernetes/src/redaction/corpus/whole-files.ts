import { alphabets as a, type Seeded } from "./seeded.ts";
import { type Shape, within } from "./shape.ts";

const letters = a.alphanumeric;
const key = (r: Seeded) => r.pick(a.base64.slice(0, 62), 200);
const pem = "PRIVATE KEY-----";

const file = (name: string, opts: { secret(r: Seeded): string; text(s: string): string }): Shape =>
  within(name, { structural: true, ...opts });

/** Files that programs keep credentials in, as they are found whole in a ConfigMap, an argument or a log. */
export function wholeFiles(): Shape[] {
  return [
    file("kubeconfig with a client key", {
      secret: key,
      text: (s) => kubeconfig(`client-certificate-data: LS0tLS1CRUdJTiBDRVJU\n    client-key-data: ${s}`),
    }),
    file("kubeconfig with a token", {
      secret: (r) => r.pick(letters, 40),
      text: (s) => kubeconfig(`token: ${s}`),
    }),
    file("kubeconfig with a password", {
      secret: (r) => r.pick(letters, 20),
      text: (s) => kubeconfig(`username: admin\n    password: ${s}`),
    }),
    file("docker config file", {
      secret: (r) => `${r.pick(letters, 38)}==`,
      text: (s) => JSON.stringify({ auths: { "quay.io": { auth: s, email: "ops@example.com" } } }, undefined, 2),
    }),
    file("docker config with a password", {
      secret: (r) => r.pick(letters, 24),
      text: (s) => JSON.stringify({ auths: { "quay.io": { username: "robot", password: s } } }),
    }),
    file("docker identity token", {
      secret: (r) => r.pick(letters, 60),
      text: (s) => JSON.stringify({ auths: { "quay.io": { identitytoken: s } } }),
    }),
    file("google service account file", {
      secret: (r) => r.pick(a.base64, 64),
      text: (s) =>
        JSON.stringify({
          type: "service_account",
          project_id: "shop",
          private_key: `-----BEGIN ${pem}\n${s}\n-----END ${pem}\n`,
          client_email: "ci@shop.iam.gserviceaccount.com",
        }),
    }),
    file("aws credentials file", {
      secret: (r) => r.pick(a.base64.slice(0, 62), 40),
      text: (s) => `[default]\nregion = eu-west-1\naws_secret_access_key = ${s}\n`,
    }),
    file("npmrc", {
      secret: (r) => r.pick(letters, 36),
      text: (s) => `//registry.example.com/:_authToken=${s}`,
    }),
    file("netrc", {
      secret: (r) => r.pick(letters, 18),
      text: (s) => `machine git.example.com login ci password ${s}`,
    }),
    file("curl user", {
      secret: (r) => r.pick(letters, 18),
      text: (s) => `curl -u admin:${s} https://registry.example.com/v2/`,
    }),
    file("kubeadm certificate key", {
      secret: (r) => r.pick(a.hex, 64),
      text: (s) => `kubeadm join 10.0.0.1:6443 --control-plane --certificate-key ${s}`,
    }),
    file("env file", {
      secret: (r) => r.pick(letters, 24),
      text: (s) => `PORT=8080\nDB_PASSWORD=${s}\nLOG_LEVEL=info\n`,
    }),
    file("yaml env entry", {
      secret: (r) => r.pick(letters, 24),
      text: (s) => `- name: DB_PASSWORD\n  value: ${s}\n`,
    }),
    file("json env entry", {
      secret: (r) => r.pick(letters, 24),
      text: (s) => `{"name":"API_TOKEN","value":"${s}"}`,
    }),
  ];
}

function kubeconfig(user: string): string {
  return `apiVersion: v1
kind: Config
clusters:
- cluster:
    server: https://10.0.0.1:6443
  name: prod
contexts:
- context: {cluster: prod, user: admin}
  name: prod
users:
- name: admin
  user:
    ${user}
`;
}
