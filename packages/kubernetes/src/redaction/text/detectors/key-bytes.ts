import { isBase64 } from "../base64.ts";
import type { Detector } from "../detector.ts";

/** The fixed bytes of private keys in DER (RFC 8017, 5915, 5958) and of OpenSSH, in base64: keys without their frame, or cut lines of one. */
const starts = [
  "MIIEpAIBAAKCAQEA",
  "MIIEowIBAAKCAQEA",
  "MIIEogIBAAKCAQEA",
  "MIIEpQIBAAKCAQEA",
  "MIIJKAIBAAKCAgEA",
  "MIIJKQIBAAKCAgEA",
  "MIIJKgIBAAKCAgEA",
  "MIICXAIBAAKBgQ",
  "MIICXQIBAAKBgQ",
  "MIICXgIBAAKBgQ",
  "MIIG5AIBAAKCAYEA",
  "MIIG4wIBAAKCAYEA",
  "MIIG5QIBAAKCAYEA",
  "IBADANBgkqhkiG9w0BAQEFAASC",
  "MIGHAgEAMBMGByqGSM49AgEG",
  "MIG2AgEAMBAGByqGSM49AgEG",
  "MHcCAQEE",
  "MIGkAgEBBD",
  "MC4CAQAwBQYDK2VwBCIEI",
  "b3BlbnNzaC1rZXktdjEA",
];

export function keyBytesDetector(): Detector {
  return {
    literals: starts,
    inBase64: starts,
    detect(scene, hit) {
      const { text } = scene;
      if (!starts.includes(text.slice(hit.start, hit.end))) return;
      let { start, end } = hit;
      while (start > 0 && hit.start - start < 12 && isBase64(text.charCodeAt(start - 1))) start--;
      while (end < text.length && (isBase64(text.charCodeAt(end)) || text[end] === "=")) end++;
      if (end - start >= 40) scene.add({ start, end, rule: "private-key", secret: text.slice(start, end) });
    },
  };
}
