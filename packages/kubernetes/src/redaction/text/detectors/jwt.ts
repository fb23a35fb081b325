import type { Detector } from "../detector.ts";
import { matchAt } from "../match-at.ts";

/** RFC 7519: header and claims in base64url with a dot between; the signature may be cut off. JWE (RFC 7516) has five parts. */
const token = /eyJ[A-Za-z0-9_-]{7,4096}\.[A-Za-z0-9_-]{8,16384}(?:\.[A-Za-z0-9_-]{0,16384}){0,3}/y;
const header = /[A-Za-z0-9_-]{1,4100}/y;

export function jwtDetector(): Detector {
  return {
    literals: ["eyj"],
    inBase64: ["eyJhbGciOi", "eyJ0eXAiOi", "eyJraWQiOi", "eyJlbmMiOi", "eyJjdHki"],
    detect(scene, { start }) {
      const match = matchAt(token, scene.text, start);
      if (match) scene.add({ start, end: start + match[0].length, rule: "jwt", secret: match[0] });
      // The same run of characters is looked at once, however often it says "eyJ".
      else scene.skipTo(start + (matchAt(header, scene.text, start)?.[0].length ?? 0));
    },
  };
}
