import type { Detector } from "../detector.ts";
import { matchAt } from "../match-at.ts";
import { isPlaceholder } from "../secret-value.ts";

/** RFC 6265: `Cookie: a=b; c=d` and `Set-Cookie: a=b; Path=/`. */
const opening = /["'`]?[ \t]{0,4}(?::|=>|=)[ \t]{0,4}\[?["'`]?/y;
const pair = /[; \t]{0,4}([A-Za-z0-9_.!#$%&*+^|~-]{1,100})=([^\s;,"'`\\]{0,4096})/y;
const maxPairs = 64;
const attributes = /^(?:path|domain|expires|max-age|samesite|httponly|secure|priority|version|theme|lang|locale)$/i;
const telling = /sess|sid$|^sid|token|auth|csrf|xsrf|jwt|login|remember|ticket|oauth|proxy|user|id$/i;

/** Values of cookies that look made by a machine, or whose names tell of a session. */
export function cookieDetector(): Detector {
  return {
    literals: ["cookie"],
    inBase64: ["cookie", "Cookie"],
    detect(scene, { end }) {
      const start = matchAt(opening, scene.text, end);
      if (!start) return;
      let at = end + start[0].length;
      for (let count = 0; count < maxPairs; count++) {
        const match = matchAt(pair, scene.text, at);
        if (!match) break;
        at += match[0].length;
        const [, name = "", secret = ""] = match;
        if (attributes.test(name) || isPlaceholder(secret) || !isSession(name, secret)) continue;
        scene.add({ start: at - secret.length, end: at, rule: "cookie", secret, key: name });
      }
      scene.skipTo(at);
    },
  };
}

function isSession(name: string, value: string): boolean {
  return telling.test(name) ? value.length >= 6 : value.length >= 16 && /[0-9]/.test(value) && /[A-Za-z]/.test(value);
}
