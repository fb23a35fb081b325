import type { Detector } from "../detector.ts";
import { matchAt } from "../match-at.ts";
import { decodePercent } from "../unescape-view.ts";

/** Signed addresses: `sig=` of Azure's SAS, `X-Amz-Signature=` of AWS, `X-Goog-Signature=`, `Signature=` of CloudFront. */
const value = /(?:=|%3[Dd])([A-Za-z0-9%+/_~=-]{32,1024})/y;

export function signatureDetector(): Detector {
  return {
    literals: ["sig=", "sig%3d", "signature=", "signature%3d"],
    inBase64: ["&sig=", "Signature="],
    detect(scene, hit) {
      const before = scene.text[hit.start - 1] ?? "";
      const length = scene.text.slice(hit.start, hit.end).toLowerCase().startsWith("signature") ? 9 : 3;
      const secret = matchAt(value, scene.text, hit.start + length)?.[1];
      if (!secret || (length === 3 && /[A-Za-z]/.test(before))) return;
      const start = scene.text.indexOf(secret, hit.start + length);
      scene.add({ start, end: start + secret.length, rule: "url-signature", secret: decodePercent(secret) });
    },
  };
}
