import type { Detector } from "../detector.ts";
import { rememberedNames, type SecretName } from "../secret-name.ts";
import { isSecretValue, withoutBase64 } from "../secret-value.ts";
import { nameAround } from "./name-around.ts";
import { namedInBase64, namedLiterals } from "./named-literals.ts";
import { readNamed } from "./read-named.ts";

const nameCharacter = /[A-Za-z0-9_.-]/;

/** Annotations of Helm charts: "checksum/secret". */
const sumOver = /(?:checksum|sha256|md5|digest)\/$/i;

const rules: Readonly<Record<SecretName, string>> = {
  password: "password",
  key: "secret-key",
  token: "token",
  hint: "secret-field",
};

/** Names as people give them: values behind `password=`, `"apiKey":`, `--token `, `<secret>`, `name: X` with `value: …`. */
export function namedDetector(): Detector {
  const kindOf = rememberedNames();
  return {
    literals: namedLiterals,
    inBase64: namedInBase64(),
    detect(scene, hit) {
      const name = nameAround(scene.text, hit, nameCharacter);
      scene.skipTo(name.end);
      const key = scene.text.slice(name.start, name.end);
      const kind =
        kindOf(key) ??
        (scene.isDecoded && name.start === 0 ? (kindOf(key.slice(1)) ?? kindOf(key.slice(2))) : undefined);
      if (!kind || sumOver.test(scene.text.slice(Math.max(0, name.start - 10), name.start))) return;
      const value = readNamed(scene, { ...name, isPassword: kind === "password" });
      if (!value || !isSecretValue(value.secret, isVariable(key, value.secret) ? "password" : kind)) return;
      scene.add({ start: value.start, end: value.end, rule: rules[kind], secret: withoutBase64(value.secret), key });
    },
  };
}

/** What a variable called SESSION_KEY holds is the key, even where it is words. */
function isVariable(name: string, value: string): boolean {
  return /^[A-Z0-9_]{6,100}_KEY$/.test(name) && value.length >= 8;
}
