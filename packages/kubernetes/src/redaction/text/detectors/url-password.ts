import type { Detector } from "../detector.ts";
import { matchAt } from "../match-at.ts";
import { isPlaceholder } from "../secret-value.ts";
import { decodePercent } from "../unescape-view.ts";

/** RFC 3986 §3.2.1: scheme://user:password@host. A password may hold what should have been encoded. */
const strict = /([^\s/?#:@"'`<>\\|,;()[\]{}]{0,256}):([^\s/?#"'`<>\\|]{1,512})@(?=[A-Za-z0-9[_%*${-])/y;
const loose =
  /([^\s/?#:@"'`<>\\|]{1,256}):((?![0-9]{1,5}[/?#])[^\s"'`<>\\|]{1,256})@(?=[A-Za-z0-9[_-][A-Za-z0-9._-]{0,250}(?:[:/?\s"']|$))/y;
const alone = /([A-Za-z0-9_~.%+=-]{16,512})@(?=[A-Za-z0-9[])/y;

/** Passwords and tokens within addresses. */
export function urlPasswordDetector(): Detector {
  return {
    // The escaped ones match nothing here: they make sure that the text is looked at without its escapes.
    literals: ["://", "%3a%2f%2f", "%3a//", ":\\/\\/", "%253a%252f%252f", "\\u003a"],
    inBase64: ["s://", "p://", "l://", "b://", "v://", "r://", "e://", "c://", "h://"],
    detect(scene, { start, end: at }) {
      if (!scene.text.startsWith("://", start)) return;
      const match = matchAt(strict, scene.text, at) ?? (isWeb(scene.text, at) ? null : matchAt(loose, scene.text, at));
      const password = match?.[2];
      if (match && password !== undefined) {
        if (isPlaceholder(password)) return;
        const from = at + (match[1]?.length ?? 0) + 1;
        scene.add({ start: from, end: from + password.length, rule: "url-password", secret: decodePercent(password) });
        return;
      }
      const token = matchAt(alone, scene.text, at)?.[1];
      if (token && /[0-9]/.test(token) && /[A-Za-z]/.test(token) && !token.includes(".") && !isPlaceholder(token)) {
        scene.add({ start: at, end: at + token.length, rule: "url-token", secret: decodePercent(token) });
      }
    },
  };
}

function isWeb(text: string, at: number): boolean {
  return /https?:\/\/$/i.test(text.slice(Math.max(0, at - 8), at));
}

/** Data source names of Go's MySQL driver: user:password@tcp(host)/db. */
export function dsnPasswordDetector(): Detector {
  const ahead = /(?:^|[\s"'`=(])([^\s:@/"'`=(]{1,128}):([^\s"'`]{1,256})$/;
  return {
    literals: ["@tcp(", "@unix(", "@tcp6(", "%40tcp", "%2540tcp", "%40unix", "%2540unix"],
    inBase64: ["@tcp(", "@unix("],
    detect(scene, { start: at }) {
      if (scene.text[at] !== "@") return;
      const from = Math.max(0, at - 400);
      const password = ahead.exec(scene.text.slice(from, at))?.[2];
      if (!password || isPlaceholder(password)) return;
      scene.add({ start: at - password.length, end: at, rule: "url-password", secret: password });
    },
  };
}
