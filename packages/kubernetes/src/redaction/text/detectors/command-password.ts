import type { Detector } from "../detector.ts";
import { isPlaceholder } from "../secret-value.ts";

/** Commands whose manuals give the password a letter of its own: sshpass(1), `docker login -p`, mysql(1) with nothing between. */
const separate = /\s(?:-p|--password)[ =]["']?([^\s"'`\\]{3,256})/;
const joined = /\s-p["']?([^\s"'`\\-][^\s"'`\\]{2,255})/;
const reach = 300;

export function commandPasswordDetector(): Detector {
  return {
    literals: [
      "sshpass",
      "docker login",
      "podman login",
      "oc login",
      "nerdctl login",
      "skopeo login",
      "registry login",
      "mysql ",
      "mysqldump ",
      "mysqladmin ",
      "mariadb ",
    ],
    inBase64: ["sshpass", "docker login", "podman login", "mysql -"],
    detect(scene, { start, end }) {
      const near = scene.text.slice(end - 1, end + reach).split("\n", 1)[0] ?? "";
      const isMysql = /^m[ya]/i.test(scene.text.slice(start, start + 2));
      const match =
        separate.exec(near) ?? (isMysql || /^sshpass/i.test(scene.text.slice(start, end)) ? joined.exec(near) : null);
      const secret = match?.[1];
      if (
        !match ||
        !secret ||
        (isMysql && match[0].startsWith(" -p ")) ||
        isPlaceholder(secret) ||
        /^[0-9]+$/.test(secret)
      )
        return;
      const from = end - 1 + match.index + match[0].length - secret.length;
      scene.add({ start: from, end: from + secret.length, rule: "password", secret });
    },
  };
}
