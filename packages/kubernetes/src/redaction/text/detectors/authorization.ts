import { decodeBase64 } from "../base64.ts";
import type { Detector } from "../detector.ts";
import { matchAt } from "../match-at.ts";
import { isPlaceholder, withoutBase64 } from "../secret-value.ts";

/** RFC 9110 §11.4: a scheme and credentials; as a header, a field of JSON, a map of Go (`Authorization:[Bearer x]`), metadata of gRPC. */
const header =
  /["'`]?[ \t]{0,4}(?::|=>|=|,)[ \t]{0,4}\[?["'`]?(?:(?:Bearer|Basic|Token|Digest|Negotiate|NTLM|ApiKey|Api-Key|GenieKey|Splunk|Bot|SSWS|PVEAPIToken|SharedAccessSignature|SharedKey|AWS4-HMAC-SHA256)(?:[ \t]{1,4}|%20|\+)(?:token=)?["']?)?([^\s"'`<>\\,;)\]}&]{4,8192})/iy;

/** What stands in Authorization and Proxy-Authorization, whatever the scheme. */
export function authorizationDetector(): Detector {
  return {
    literals: ["authorization"],
    inBase64: ["authorization", "Authorization"],
    detect(scene, { end: at }) {
      const match = matchAt(header, scene.text, at);
      const secret = match?.[1];
      if (!match || !secret || isPlaceholder(secret) || !isCredential(secret)) return;
      const start = at + match[0].length - secret.length;
      scene.add({
        start,
        end: start + secret.length,
        rule: "authorization",
        secret: withoutBase64(secret),
        key: "authorization",
      });
    },
  };
}

/** No word of a sentence or of an API ("authorization: Node,RBAC", "authorization.k8s.io"). */
function isCredential(text: string): boolean {
  return (
    text.length >= 8 &&
    (/[0-9]/.test(text) || /[a-z][A-Z]|[A-Z][a-z].*[A-Z]/.test(text)) &&
    !/^[a-z0-9.-]+\.(?:k8s\.io|openshift\.io|com|io)/.test(text)
  );
}

/** RFC 6750: a bearer token wherever it is told. */
export function bearerDetector(): Detector {
  const bearer = /(?:[ \t]{1,4}|%20|\+|["'`]?[:=][ \t]{0,4}["'`]?)([A-Za-z0-9._~+/%-]{16,8192}={0,2})/y;
  return {
    literals: ["bearer"],
    inBase64: ["bearer ", "Bearer "],
    detect(scene, { end: at }) {
      const secret = matchAt(bearer, scene.text, at)?.[1];
      if (
        !secret ||
        !isCredential(secret) ||
        isPlaceholder(secret) ||
        (/^[a-z0-9./-]{1,60}$/.test(secret) && !/[0-9][a-z0-9]{6}[0-9]/.test(secret))
      )
        return;
      const start = scene.text.indexOf(secret, at);
      scene.add({ start, end: start + secret.length, rule: "bearer-token", secret });
    },
  };
}

/** RFC 7617: base64 of user:password. */
export function basicDetector(): Detector {
  const basic = /(?:[ \t]{1,4}|%20|\+)([A-Za-z0-9+/]{8,1024}={0,2})/y;
  return {
    literals: ["basic ", "basic%20", "basic%2520", "basic+", "basic\t"],
    inBase64: ["basic ", "Basic "],
    detect(scene, { start }) {
      // Where the blank is encoded twice, the text is looked at again without its escapes.
      const at = start + "basic".length;
      const match = matchAt(basic, scene.text, at);
      const secret = match?.[1];
      if (!match || !secret) return;
      const pair = String.fromCharCode(...decodeBase64(secret));
      if (!/^[\x20-\x7e]{0,512}:[\x20-\x7e\x80-\xff]{1,512}$/.test(pair)) return;
      const from = at + match[0].length - secret.length;
      scene.add({ start: from, end: from + secret.length, rule: "basic-auth", secret: pair });
    },
  };
}
