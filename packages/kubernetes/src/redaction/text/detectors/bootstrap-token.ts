import type { Detector } from "../detector.ts";

/** kubernetes.io, "Authenticating with Bootstrap Tokens": six characters, a dot, sixteen; told by "token" within a few words. */
const token = /\b([a-z0-9]{6}\.[a-z0-9]{16})(?![A-Za-z0-9.-])/;
const reach = 80;

export function bootstrapTokenDetector(): Detector {
  return {
    literals: ["token"],
    inBase64: [],
    detect(scene, { end: at }) {
      const near = scene.text.slice(at, at + reach).split("\n", 1)[0] ?? "";
      const match = token.exec(near);
      const secret = match?.[1];
      if (!match || !secret || !/[0-9]/.test(secret.slice(7)) || !/[a-z]/.test(secret.slice(7))) return;
      scene.add({ start: at + match.index, end: at + match.index + secret.length, rule: "bootstrap-token", secret });
    },
  };
}
