import { innocentLines } from "./innocent-lines.ts";
import { alphabets as a, type Seeded, seeded } from "./seeded.ts";

const uuid = (r: Seeded) =>
  `${r.pick(a.hex, 8)}-${r.pick(a.hex, 4)}-4${r.pick(a.hex, 3)}-a${r.pick(a.hex, 3)}-${r.pick(a.hex, 12)}`;
const name = (r: Seeded) => ["checkout", "ledger", "catalog", "gateway", "mailer"][r.int(5)] ?? "web";
const hash10 = (r: Seeded) => r.pick("bcdfghjklmnpqrstvwxz2456789", 10);

/** Texts that look like secrets to a careless eye, and that somebody who debugs a cluster needs. */
const kinds: readonly ((r: Seeded) => string)[] = [
  (r) => `image: quay.io/shop/${name(r)}@sha256:${r.pick(a.hex, 64)}`,
  (r) => `imageID: docker-pullable://registry.k8s.io/pause@sha256:${r.pick(a.hex, 64)}`,
  (r) => `containerID: containerd://${r.pick(a.hex, 64)}`,
  (r) => `uid: ${uuid(r)}`,
  (r) => `resourceVersion: "${r.pick(a.digits, 9)}"`,
  (r) => `commit ${r.pick(a.hex, 40)}`,
  (r) => `gitCommit: "${r.pick(a.hex, 40)}", gitTreeState: "clean"`,
  (r) => `pod-template-hash: ${hash10(r)}`,
  (r) => `pod/${name(r)}-${hash10(r)}-${r.pick(a.lower, 5)} started`,
  (r) => `serialNumber: ${r.pick(a.hex, 32)}`,
  (r) => `Serial Number: ${Array.from({ length: 16 }, () => r.pick(a.hex, 2)).join(":")}`,
  (r) => `SHA256 Fingerprint=${Array.from({ length: 32 }, () => r.pick(a.upperHex, 2)).join(":")}`,
  (r) => `etag: "${r.pick(a.hex, 32)}"`,
  (r) => `md5=${r.pick(a.hex, 32)}`,
  (r) => `x-request-id: ${uuid(r)}`,
  (r) => `traceparent: 00-${r.pick(a.hex, 32)}-${r.pick(a.hex, 16)}-01`,
  (r) => `trace_id=${r.pick(a.hex, 32)} span_id=${r.pick(a.hex, 16)}`,
  (r) => `secretName: ${name(r)}-tls`,
  (r) => `secret "${name(r)}-credentials" not found`,
  (r) =>
    `MountVolume.SetUp failed for volume "kube-api-access-${r.pick(a.lower, 5)}" : secret "${name(r)}-token-${r.pick(a.lower, 5)}" not found`,
  (r) => `secretKeyRef: {name: ${name(r)}, key: password}`,
  () => "tokenExpirationSeconds: 3607",
  () => "automountServiceAccountToken: false",
  (r) => `imagePullSecrets: [{name: ${name(r)}-registry}]`,
  () => "serviceAccountToken: {path: token, expirationSeconds: 3607}",
  () => "tokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token",
  () => "--service-account-private-key-file=/etc/kubernetes/pki/sa.key",
  () => "--tls-private-key-file=/etc/kubernetes/pki/apiserver.key --client-ca-file=/etc/kubernetes/pki/ca.crt",
  () => "password: $(DB_PASSWORD)",
  // The text of a template, not one of TypeScript.
  () => ["password=$", "{DB_PASSWORD}"].join(""),
  () => "password: {{ .Values.db.password }}",
  () => 'password=""',
  () => "password: <nil>",
  () => "password=****** token=[REDACTED]",
  () => "invalid token: unexpected end of JSON input",
  () => "unexpected token '<' in JSON at position 0",
  () => "token expired, please log in again",
  () => "failed to refresh token: context deadline exceeded",
  () => "Secret is being rotated by the operator",
  () => "the password policy requires at least 12 characters",
  () => "missing key: no matching entry for key in map",
  () => "key: value",
  (r) => `cache key=${name(r)}/v1/${r.pick(a.digits, 6)} hit`,
  (r) => `partition key: tenant-${r.pick(a.digits, 4)}`,
  (r) => `primaryKey: ${name(r)}_id`,
  () => "publicKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPKSUTyz1HwHReFVvD5obVsALAgJRNarH4TRpNePnAS admin",
  (r) => `-----BEGIN CERTIFICATE-----\\n${r.pick(a.base64, 64)}\\n${r.pick(a.base64, 64)}\\n-----END CERTIFICATE-----`,
  (r) => `-----BEGIN PUBLIC KEY-----\\n${r.pick(a.base64, 64)}\\n-----END PUBLIC KEY-----`,
  (r) =>
    `certificate-authority-data: ${btoa(`-----BEGIN CERTIFICATE-----\n${r.pick(a.base64, 64)}\n-----END CERTIFICATE-----\n`)}`,
  (r) => `https://${name(r)}.example.com:8443/healthz?timeout=5s`,
  (r) => `dial tcp 10.96.${r.int(255)}.${r.int(255)}:5432: connect: connection refused`,
  (r) => `postgres://db.${name(r)}.svc:5432/orders?sslmode=disable`,
  (r) => `user=${name(r)} host=db port=5432 dbname=orders`,
  (r) => `git@github.com:${name(r)}/deploy.git`,
  (r) => `mail to ops@${name(r)}.example.com bounced`,
  (r) => `leaderelection: lock kube-system/${name(r)} held by ${name(r)}-0_${uuid(r)}`,
  (r) => `audit-id: ${uuid(r)} verb=list user=system:serviceaccount:shop:${name(r)}`,
  (r) => `authentication.k8s.io/credential-id=JTI=${uuid(r)}`,
  (r) => `bootstrap: waiting for CSR csr-${r.pick(a.lower, 5)} to be approved`,
  (r) => `checksum/config: ${r.pick(a.hex, 64)}`,
  (r) => `deployment.kubernetes.io/revision: "${1 + r.int(40)}"`,
  (r) => `helm.sh/chart: ${name(r)}-1.${r.int(20)}.${r.int(9)}`,
  (r) => `nodeInfo: {machineID: ${r.pick(a.hex, 32)}, systemUUID: ${uuid(r)}, bootID: ${uuid(r)}}`,
  (r) => `objectstore: blob ${r.pick(a.hex, 64)} 4096 bytes`,
  () => "auth: enabled=true mode=oidc issuer=https://id.example.com",
  () => "authorization: RBAC, Node",
  () => "credentials provider: using instance profile",
  (r) => `tokens_total{job="${name(r)}"} ${r.pick(a.digits, 5)}`,
  (r) => `wrote ${r.pick(a.digits, 6)} bytes in ${r.int(90)}ms to /data/${r.pick(a.hex, 16)}.sst`,
  (r) => `Session ${r.pick(a.digits, 6)} closed by peer`,
];

/** Each once, so that those of many variants do not drown the others. */
export function innocents(): string[] {
  const random = seeded(2026);
  const rounds = Array.from({ length: 5 }, () => kinds.map((make) => make(random))).flat();
  return [...new Set([...rounds, ...innocentLines])];
}
