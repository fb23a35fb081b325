import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Engine } from "../engine.ts";
import { goBuild, goFolder } from "../install/go-build.ts";
import { ports } from "../ports.ts";

const module = "github.com/minio/minio";
/** The last commit of its open source; it has no numbered releases for Go. */
const version = "v0.0.0-20260212201848-7aac2a2c5b7c";

const accessKey = "kubin-engines";
/** Of an engine that only this machine reaches and that holds what tests made. */
const secretKey = "kubin-engines-on-loopback";
const notifications = "kubin.bucket";
/** A key of KMS that the server itself holds; its bytes protect nothing but what tests made. */
const kmsKeyId = "kubin-engines-key";

/** MinIO: S3 with multipart, lifecycle rules, CORS, and bucket notifications to Kafka. */
export const minio: Engine = {
  name: "minio",
  about: "MinIO, the objects, with notifications to Kafka",
  ports: [ports.minio],
  needs: ["kafka"],
  async install(place, say) {
    await goBuild({ place, module, version, say });
  },
  async prepare(place) {
    const data = join(place.run, "data");
    const queue = join(place.run, "notifications");
    await Promise.all([mkdir(data, { recursive: true }), mkdir(queue, { recursive: true })]);
    const launch = {
      command: join(goFolder(place, version), "minio"),
      args: ["server", data, "--address", `127.0.0.1:${ports.minio}`, "--quiet"],
      env: {
        MINIO_ROOT_USER: accessKey,
        MINIO_ROOT_PASSWORD: secretKey,
        MINIO_BROWSER: "off",
        MINIO_UPDATE: "off",
        MINIO_KMS_SECRET_KEY: `${kmsKeyId}:${Buffer.alloc(32, kmsKeyId).toString("base64")}`,
        MINIO_NOTIFY_KAFKA_ENABLE_kubin: "on",
        MINIO_NOTIFY_KAFKA_BROKERS_kubin: `127.0.0.1:${ports.kafka}`,
        MINIO_NOTIFY_KAFKA_TOPIC_kubin: notifications,
        MINIO_NOTIFY_KAFKA_QUEUE_DIR_kubin: queue,
      },
    };
    return [launch];
  },
  async ask() {
    const answer = await fetch(`http://127.0.0.1:${ports.minio}/minio/health/ready`);
    if (!answer.ok) throw new Error(`It answers ${answer.status}.`);
  },
  environment: () => ({
    S3_ENDPOINT: `http://127.0.0.1:${ports.minio}`,
    S3_BUCKET: "kubin",
    S3_ACCESS_KEY_ID: accessKey,
    S3_SECRET_ACCESS_KEY: secretKey,
    S3_NOTIFICATION_TOPIC: notifications,
    S3_NOTIFICATION_ARN: "arn:minio:sqs::kubin:kafka",
    KMS_S3_KEY_ID: kmsKeyId,
  }),
};
