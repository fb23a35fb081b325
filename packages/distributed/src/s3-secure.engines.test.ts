import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { request } from "node:https";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { createServer, type TLSSocket } from "node:tls";
import { GetObjectTaggingCommand, HeadObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { rawTag } from "./objects/object-marks.ts";
import { openS3Objects } from "./objects/open-s3-objects.ts";
import { s3Client } from "./objects/s3-client.ts";
import type { S3Settings } from "./objects/s3-settings.ts";
import { setUpBucket } from "./objects/set-up-bucket.ts";
import { silentLog } from "./testing/silent-log.ts";

const engines = inject("engines");
const rules = { origin: "https://kubin.example.com" };
const clock = { now: () => new Date() };
const content = Buffer.from("an object");
const sha256 = createHash("sha256").update(content).digest("hex");
const key = `snapshots/${randomUUID()}/resources/_cluster/${sha256}`;

function settingsOf(more: Partial<S3Settings>): S3Settings {
  return {
    bucket: `kubin-${randomUUID()}`,
    region: "us-east-1",
    endpoint: engines.S3_ENDPOINT,
    publicEndpoint: undefined,
    keys: { accessKeyId: engines.S3_ACCESS_KEY_ID ?? "", secretAccessKey: engines.S3_SECRET_ACCESS_KEY ?? "" },
    pathStyle: true,
    kmsKeyId: undefined,
    ca: undefined,
    ...more,
  };
}

test("each object is encrypted with the key of KMS, and none is taken without", async () => {
  const settings = settingsOf({ kmsKeyId: engines.KMS_S3_KEY_ID });
  await setUpBucket({ settings, rules, log: silentLog() });
  const objects = openS3Objects({ settings, clock });
  const expiresAt = new Date(Date.now() + 60_000);
  const { url, headers } = await objects.signUpload({ key, size: content.length, sha256, expiresAt });
  const { "x-amz-server-side-encryption": _sse, ...plain } = headers;
  expect((await fetch(url, { method: "PUT", headers: plain, body: content })).ok).toBe(false);
  expect((await fetch(url, { method: "PUT", headers, body: content })).status).toBe(200);
  const client = s3Client(settings, settings.endpoint);
  const head = await client.send(new HeadObjectCommand({ Bucket: settings.bucket, Key: key }));
  expect(head.ServerSideEncryption).toBe("aws:kms");
  expect(head.SSEKMSKeyId).toContain(settings.kmsKeyId);
  client.destroy();
  await objects.close();
});

test("an object that came in pieces is encrypted with it and marked as raw, too", async () => {
  const settings = settingsOf({ kmsKeyId: engines.KMS_S3_KEY_ID });
  await setUpBucket({ settings, rules, log: silentLog() });
  const objects = openS3Objects({ settings, clock });
  const raw = `snapshots/${randomUUID()}/raw/_cluster/${sha256}`;
  const upload = { key: raw, uploadId: await objects.startMultipart(raw) };
  const expiresAt = new Date(Date.now() + 60_000);
  const { url, headers } = await objects.signPiece({ ...upload, number: 1, size: content.length, sha256, expiresAt });
  expect((await fetch(url, { method: "PUT", headers, body: content })).status).toBe(200);
  await objects.joinPieces({ ...upload, pieces: await objects.listPieces(upload) });
  const client = s3Client(settings, settings.endpoint);
  const named = { Bucket: settings.bucket, Key: raw };
  const head = await client.send(new HeadObjectCommand(named));
  expect([head.ServerSideEncryption, head.ContentLength]).toEqual(["aws:kms", content.length]);
  const { TagSet } = await client.send(new GetObjectTaggingCommand(named));
  expect(TagSet).toEqual([rawTag]);
  client.destroy();
  await objects.close();
});

/** TLS of a private authority before the S3 server. */
const tls = createServer();
let ca = "";
let endpoint = "";
beforeAll(async () => {
  const caFile = engines.SECURE_KAFKA_CA_FILE ?? "";
  const read = (name: string) => readFile(join(dirname(caFile), name), "utf8");
  ca = await read("ca.pem");
  tls.setSecureContext({ cert: await read("server.pem"), key: await read("server.key") });
  const { hostname, port } = new URL(engines.S3_ENDPOINT ?? "");
  tls.on("secureConnection", (socket: TLSSocket) => {
    const upstream = connect(Number(port), hostname);
    socket.pipe(upstream).pipe(socket);
    for (const [one, other] of [[socket, upstream] as const, [upstream, socket] as const]) {
      one.on("error", () => other.destroy()).on("close", () => other.destroy());
    }
  });
  tls.listen(0, "127.0.0.1");
  await once(tls, "listening");
  const address = tls.address();
  endpoint = `https://localhost:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => void tls.close());

async function put(url: string, headers: Record<string, string>): Promise<number | undefined> {
  const sent = request(url, { method: "PUT", headers: { ...headers, "content-length": content.length }, ca });
  sent.end(content);
  const [answer] = await once(sent, "response");
  answer.resume();
  return answer.statusCode;
}

test("over TLS of a private authority, which must be named", async () => {
  const settings = settingsOf({ endpoint, ca });
  await setUpBucket({ settings, rules, log: silentLog() });
  const objects = openS3Objects({ settings, clock });
  const expiresAt = new Date(Date.now() + 60_000);
  const { url, headers } = await objects.signUpload({ key, size: content.length, sha256, expiresAt });
  expect(url.startsWith(endpoint)).toBe(true);
  expect(await put(url, headers)).toBe(200);
  const read: Uint8Array[] = [];
  for await (const bytes of objects.read(key)) read.push(bytes);
  expect(Buffer.concat(read)).toEqual(content);
  await objects.close();
  const stranger = openS3Objects({ settings: { ...settings, ca: undefined }, clock });
  await expect(stranger.ping()).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await stranger.close();
});
