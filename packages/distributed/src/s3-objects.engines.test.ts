import { createHash, randomUUID } from "node:crypto";
import { GetBucketCorsCommand } from "@aws-sdk/client-s3";
import { describeObjectContract } from "@kubin/core/contracts";
import { describe, expect, inject, test } from "vitest";
import { openS3Objects } from "./objects/open-s3-objects.ts";
import { s3Client } from "./objects/s3-client.ts";
import type { S3Settings } from "./objects/s3-settings.ts";
import { setUpBucket } from "./objects/set-up-bucket.ts";
import { silentLog } from "./testing/silent-log.ts";

const engines = inject("engines");
const clock = { now: () => new Date() };
const servers = ["", "SECOND_"].map((which) => ({
  name: which === "" ? "MinIO" : "VersityGW",
  /** Rules that it does not take. */
  unknown: which === "" ? ["lifecycle", "CORS"] : ["lifecycle"],
  settings: (): S3Settings => ({
    bucket: `kubin-${randomUUID()}`,
    region: "us-east-1",
    endpoint: engines[`${which}S3_ENDPOINT`] ?? "",
    keys: {
      accessKeyId: engines[`${which}S3_ACCESS_KEY_ID`] ?? "",
      secretAccessKey: engines[`${which}S3_SECRET_ACCESS_KEY`] ?? "",
    },
    pathStyle: true,
  }),
}));
const rules = { origin: "http://127.0.0.1:7780" };

for (const server of servers) {
  describeObjectContract(server.name, async () => {
    const settings = server.settings();
    await setUpBucket({ settings, rules, log: silentLog() });
    const objects = openS3Objects({ settings, clock });
    return { objects, send: (url, init = {}) => fetch(url, init as RequestInit), close: () => objects.close() };
  });

  describe(`a bucket of ${server.name}`, () => {
    test("is set up again and again, and what the server does not know of it is told", async () => {
      const settings = server.settings();
      for (const _time of ["first", "second"]) {
        const log = silentLog();
        await setUpBucket({ settings, rules: { ...rules, rawStorageClass: "STANDARD_IA" }, log });
        expect(log.warnings.map((fields) => ("what" in fields ? fields.what : ""))).toEqual(server.unknown);
      }
      const objects = openS3Objects({ settings, clock });
      await objects.ping();
      await objects.close();
    });

    // MinIO knows no CORS of a bucket.
    if (!server.unknown.includes("CORS")) {
      test("keeps its origin when a process that does not know it sets it up", async () => {
        const settings = server.settings();
        await setUpBucket({ settings, rules, log: silentLog() });
        await setUpBucket({ settings, rules: {}, log: silentLog() });
        const client = s3Client(settings, settings.endpoint);
        const { CORSRules } = await client.send(new GetBucketCorsCommand({ Bucket: settings.bucket }));
        expect(CORSRules).toMatchObject([{ AllowedOrigins: [rules.origin] }]);
        client.destroy();
      });
    }

    test("takes a raw part with the mark by which old ones are moved", async () => {
      const settings = server.settings();
      await setUpBucket({ settings, rules, log: silentLog() });
      const objects = openS3Objects({ settings, clock });
      const bytes = Buffer.from("a raw part");
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const key = `snapshots/${randomUUID()}/raw/_cluster/${sha256}`;
      const expiresAt = new Date(Date.now() + 60_000);
      const { url, headers } = await objects.signUpload({ key, size: bytes.length, sha256, expiresAt });
      expect(headers["x-amz-tagging"]).toBe("kubin-part=raw");
      expect((await fetch(url, { method: "PUT", headers, body: bytes })).status).toBe(200);
      const { "x-amz-tagging": _mark, ...unmarked } = headers;
      expect((await fetch(url, { method: "PUT", headers: unmarked, body: bytes })).ok).toBe(false);
      expect(await objects.size(key)).toBe(bytes.length);
      await objects.close();
    });

    test("gives no address for what S3 would refuse at its end", async () => {
      const objects = openS3Objects({ settings: server.settings(), clock });
      const sha256 = "0".repeat(64);
      const key = `snapshots/${randomUUID()}/raw/_cluster/${sha256}`;
      const upload = { key, size: 5 * 1024 ** 3 + 1, sha256, expiresAt: new Date(Date.now() + 60_000) };
      await expect(objects.signUpload(upload)).rejects.toMatchObject({ code: "TOO_LARGE" });
      await objects.close();
    });

    test("that is not there is named by the ping", async () => {
      const settings = server.settings();
      const objects = openS3Objects({ settings, clock });
      await expect(objects.ping()).rejects.toMatchObject({
        code: "UNAVAILABLE",
        message: `There is no bucket ${settings.bucket}.`,
      });
      await objects.close();
    });
  });
}

test.each([
  [{ pathStyle: true, endpoint: "http://s3.lan:9000" }, "http://s3.lan:9000"],
  [
    { pathStyle: false, endpoint: "http://minio:9000", publicEndpoint: "https://s3.example.com" },
    "https://kubin.s3.example.com",
  ],
  [{ pathStyle: false }, "https://kubin.s3.eu-central-1.amazonaws.com"],
])("signed URLs lead to the origin that pages are told of: %j", async (where, origin) => {
  const keys = { accessKeyId: "a", secretAccessKey: "b" };
  const objects = openS3Objects({ settings: { bucket: "kubin", region: "eu-central-1", keys, ...where }, clock });
  const key = `snapshots/${randomUUID()}/bundle/_cluster/${"0".repeat(64)}`;
  const url = await objects.signDownload({
    key,
    filename: "a",
    gunzip: false,
    expiresAt: new Date(Date.now() + 60_000),
  });
  expect([objects.origin, new URL(url).origin]).toEqual([origin, origin]);
  await objects.close();
});

test("a server that is away is UNAVAILABLE", async () => {
  const settings: S3Settings = {
    bucket: "kubin",
    region: "us-east-1",
    endpoint: "http://127.0.0.1:9",
    keys: { accessKeyId: "a", secretAccessKey: "b" },
    pathStyle: true,
  };
  const objects = openS3Objects({ settings, clock });
  await expect(objects.ping()).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await objects.close();
});
