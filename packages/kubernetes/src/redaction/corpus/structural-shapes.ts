import { alphabets as a, type Seeded } from "./seeded.ts";
import { type Shape, within } from "./shape.ts";
import { wholeFiles } from "./whole-files.ts";

const password = (r: Seeded) => r.pick(a.alphanumeric, 14);
const url = (name: string, text: (secret: string) => string): Shape =>
  within(name, { structural: true, secret: password, text });
const header = (name: string, text: (secret: string) => string): Shape =>
  within(name, { structural: true, secret: (r) => r.pick(a.base64.slice(0, 62), 32), text });

/** Secrets that the form around them tells: headers, URLs, keys in PEM. */
export function structuralShapes(): Shape[] {
  const pem = [
    "RSA PRIVATE KEY",
    "EC PRIVATE KEY",
    "PRIVATE KEY",
    "OPENSSH PRIVATE KEY",
    "ENCRYPTED PRIVATE KEY",
    "DSA PRIVATE KEY",
  ];
  return [
    ...pem.map((kind) =>
      within(`pem ${kind.toLowerCase()} in one line`, {
        structural: true,
        secret: (r) => r.pick(a.base64, 64),
        text: (s) => `-----BEGIN ${kind}-----\\n${s}\\n${s}\\n-----END ${kind}-----\\n`,
      }),
    ),
    ...pem.map((kind) =>
      within(`pem ${kind.toLowerCase()} over lines`, {
        structural: true,
        secret: (r) => r.pick(a.base64, 64),
        text: (s) => `-----BEGIN ${kind}-----\n${s}\n${s}\n-----END ${kind}-----\n`,
      }),
    ),
    ...wholeFiles(),
    header("bearer header", (s) => `Authorization: Bearer ${s}`),
    header("bearer lower case", (s) => `authorization: bearer ${s}`),
    header("bearer in curl", (s) => `curl -H "Authorization: Bearer ${s}" https://api.example.com/v1`),
    header("token header", (s) => `Authorization: Token ${s}`),
    header("basic header", (s) => `Authorization: Basic ${s}==`),
    header("proxy header", (s) => `Proxy-Authorization: Basic ${s}==`),
    header("go header dump", (s) => `map[Accept:[*/*] Authorization:[Bearer ${s}]]`),
    header("json header", (s) => `{"Authorization":"Bearer ${s}"}`),
    header("x-api-key header", (s) => `X-Api-Key: ${s}`),
    header("x-auth-token header", (s) => `X-Auth-Token: ${s}`),
    header("x-vault-token header", (s) => `X-Vault-Token: ${s}`),
    header("private-token header", (s) => `PRIVATE-TOKEN: ${s}`),
    url("postgres url", (s) => `postgres://app:${s}@db.shop.svc:5432/orders?sslmode=disable`),
    url("postgresql url", (s) => `postgresql://app:${s}@db.shop.svc/orders`),
    url("mysql url", (s) => `mysql://root:${s}@10.0.0.7:3306/app`),
    url("mysql dsn", (s) => `root:${s}@tcp(mysql.shop.svc:3306)/app?parseTime=true`),
    url("redis url", (s) => `redis://:${s}@redis.cache:6379/0`),
    url("rediss url", (s) => `rediss://default:${s}@cache.example.com:6380`),
    url("mongodb url", (s) => `mongodb://admin:${s}@mongo-0.mongo:27017,mongo-1.mongo:27017/?replicaSet=rs0`),
    url("mongodb+srv url", (s) => `mongodb+srv://admin:${s}@cluster0.abcde.mongodb.net/test`),
    url("amqp url", (s) => `amqp://guest:${s}@rabbit.mq:5672/vhost`),
    url("https url", (s) => `https://ci-bot:${s}@git.example.com/team/repo.git`),
    url("http proxy url", (s) => `http://proxyuser:${s}@proxy.corp:3128`),
    url("ftp url", (s) => `ftp://backup:${s}@files.example.com/dumps`),
    url("smtp url", (s) => `smtp://mailer:${s}@mail.example.com:587`),
    url("nats url", (s) => `nats://sys:${s}@nats.io:4222`),
    url("ldap url", (s) => `ldap://cn=admin:${s}@ldap.corp:389`),
    url("sqlserver url", (s) => `sqlserver://sa:${s}@mssql:1433?database=app`),
    url("clickhouse url", (s) => `clickhouse://default:${s}@ch:9000/logs`),
    url("jdbc password", (s) => `jdbc:postgresql://db:5432/app?user=app&password=${s}`),
    url("ado string", (s) => `Server=tcp:sql.example.com,1433;Database=app;User ID=app;Password=${s};Encrypt=True;`),
    url("odbc pwd", (s) => `Driver={ODBC};Server=db;Uid=app;Pwd=${s};`),
    url("libpq string", (s) => `host=db port=5432 user=app password=${s} dbname=app`),
    within("azure storage string", {
      structural: true,
      secret: (r) => `${r.pick(a.base64, 86)}==`,
      text: (s) =>
        `DefaultEndpointsProtocol=https;AccountName=shopdata;AccountKey=${s};EndpointSuffix=core.windows.net`,
    }),
    within("azure sas", {
      structural: true,
      secret: (r) => `${r.pick(a.alphanumeric, 43)}%3D`,
      text: (s) =>
        `https://shopdata.blob.core.windows.net/c/f.txt?sv=2022-11-02&se=2027-01-01T00%3A00%3A00Z&sr=b&sp=r&sig=${s}`,
    }),
    within("docker config auth", {
      structural: true,
      secret: (r) => `${r.pick(a.base64.slice(0, 62), 30)}==`,
      text: (s) => `{"auths":{"registry.example.com":{"auth":"${s}"}}}`,
    }),
    within("kubeconfig key data", {
      structural: true,
      secret: (r) => r.pick(a.base64.slice(0, 62), 200),
      text: (s) => `client-key-data: ${s}`,
    }),
    within("kubeconfig token", {
      structural: true,
      secret: (r) => r.pick(a.alphanumeric, 40),
      text: (s) => `users: [{name: admin, user: {token: ${s}}}]`,
    }),
    within("aws secret key by name", {
      structural: true,
      secret: (r) => r.pick(a.base64.slice(0, 62), 40),
      text: (s) => `aws_secret_access_key = ${s}`,
    }),
    within("aws session token by name", {
      structural: true,
      secret: (r) => r.pick(a.base64.slice(0, 62), 300),
      text: (s) => `AWS_SESSION_TOKEN=${s}`,
    }),
    within("bootstrap token", {
      structural: true,
      secret: (r) => `${r.pick(a.lower, 6)}.${r.pick(a.lower, 16)}`,
      text: (s) => `kubeadm join 10.0.0.1:6443 --token ${s} --discovery-token-ca-cert-hash sha256:${"0".repeat(64)}`,
    }),
    within("session cookie", {
      structural: true,
      secret: (r) => r.pick(a.alphanumeric, 40),
      text: (s) => `Set-Cookie: session=${s}; Path=/; HttpOnly`,
    }),
  ];
}
