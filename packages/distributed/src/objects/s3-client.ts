import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { rootCertificates } from "node:tls";
import { S3Client } from "@aws-sdk/client-s3";
import type { S3Settings } from "./s3-settings.ts";

const connectWithinMs = 3_000;
/** Nothing at all on a connection for so long. */
const silenceMs = 20_000;
const maxSockets = 100;

/** A client for one endpoint. Checksums only where S3 requires them: other servers refuse some of the newer ones. */
export function s3Client(settings: S3Settings, endpoint: string | undefined): S3Client {
  const agent = { keepAlive: true, maxSockets };
  const ca = settings.ca === undefined ? undefined : [...rootCertificates, settings.ca];
  return new S3Client({
    region: settings.region,
    ...(endpoint !== undefined && { endpoint }),
    ...(settings.keys && { credentials: settings.keys }),
    forcePathStyle: settings.pathStyle,
    maxAttempts: 3,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: connectWithinMs,
      socketTimeout: silenceMs,
      httpAgent: new HttpAgent(agent),
      httpsAgent: new HttpsAgent({ ...agent, ...(ca && { ca }) }),
    },
  });
}
