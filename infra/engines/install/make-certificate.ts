import { access, mkdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../process/run.ts";

export interface Certificate {
  /** PEM file of the authority that signed it, which nobody knows. */
  caFile: string;
  /** PEM. */
  chain: string;
  /** PEM, PKCS #8. */
  key: string;
}

const days = "3650";

/** Where `makeCertificate` keeps its files, PEM all. */
export function certificateFiles(folder: string): { authority: string; certificate: string; key: string } {
  const made = join(folder, "tls");
  return { authority: join(made, "ca.pem"), certificate: join(made, "server.pem"), key: join(made, "server.key") };
}

/** A certificate for 127.0.0.1 and localhost of a private authority, made once in `folder` by openssl. */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const made = join(folder, "tls");
  const { authority: caFile, certificate, key: keyFile } = certificateFiles(folder);
  if (!(await access(caFile).then(isThere, isMissing)))
    await issue(`${made}.new`).then(() => rename(`${made}.new`, made));
  const [chain, key] = await Promise.all([certificate, keyFile].map((file) => readFile(file, "utf8")));
  return { caFile, chain: chain ?? "", key: key ?? "" };
}

/** A certificate with which this subject (`/O=group/CN=user`) enters, of the same authority; made once. */
export async function clientCertificate(folder: string, subject: string): Promise<{ chain: string; key: string }> {
  const made = join(folder, "tls");
  const [file, keyFile] = ["client.pem", "client.key"].map((name) => join(made, name)) as [string, string];
  if (!(await access(file).then(isThere, isMissing)))
    await run(
      "openssl",
      [
        ...`req -x509 ${newKey} -days ${days} -addext basicConstraints=critical,CA:FALSE -CA ca.pem -CAkey ca.key`.split(
          " ",
        ),
        ...["-subj", subject, "-keyout", keyFile, "-out", file],
      ],
      { cwd: made },
    );
  const [chain, key] = await Promise.all([file, keyFile].map((one) => readFile(one, "utf8")));
  return { chain: chain ?? "", key: key ?? "" };
}

const newKey = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";

async function issue(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const openssl = (words: string) => run("openssl", words.split(" "), { cwd: folder });
  await openssl(`req -x509 ${newKey} -days ${days} -subj /CN=kubin-engines -keyout ca.key -out ca.pem`);
  const names = "-addext subjectAltName=IP:127.0.0.1,DNS:localhost";
  await openssl(
    `req -x509 ${newKey} -days ${days} -subj /CN=localhost ${names} -addext basicConstraints=critical,CA:FALSE -CA ca.pem -CAkey ca.key -keyout server.key -out server.pem`,
  );
}

const isThere = (): boolean => true;
const isMissing = (): boolean => false;
