import type { Detector } from "../detector.ts";
import { matchAt } from "../match-at.ts";
import { isPlaceholder } from "../secret-value.ts";

/** curl(1): `-u user:password`, `--user`, `--proxy-user`. */
const pair = /(?:-u|user)(?:[ =]|["']?,[ ]?)["']?([^\s:"'`/=]{1,128}):([^\s"'`\\]{2,256})/y;

export function curlUserDetector(): Detector {
  return {
    literals: [" -u ", '"-u"', "--user ", "--user=", '--user"', "-user "],
    inBase64: [" -u ", "--user "],
    detect(scene, hit) {
      const word = scene.text.slice(hit.start, hit.end).toLowerCase();
      const at = hit.start + Math.max(word.indexOf("-u"), word.indexOf("user"));
      const match = matchAt(pair, scene.text, word.includes("user") ? hit.start + word.indexOf("user") : at);
      const secret = match?.[2];
      if (!match || !secret || isPlaceholder(secret) || /^[0-9]+$/.test(secret)) return;
      const end = (word.includes("user") ? hit.start + word.indexOf("user") : at) + match[0].length;
      scene.add({ start: end - secret.length, end, rule: "basic-auth", secret });
    },
  };
}
