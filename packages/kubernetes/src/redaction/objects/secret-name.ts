import { detached } from "../../bundle/detached.ts";
import { secretName } from "../text/secret-name.ts";

/**
 * What a name says of the value that stands in its place in an object: `password`, of which a bare number is one too;
 * `secret`, whatever the value; `hint`, where the value must look made by a machine.
 */
export type NameSays = "nothing" | "hint" | "secret" | "password";

/** Names repeat from object to object; those of hostile objects do not. */
const maxKnown = 20_000;
const maxNameLength = 253;

/** Judges names of fields, variables, keys and arguments; remembers what it judged. */
export function nameJudge(): (name: string) => NameSays {
  const known = new Map<string, NameSays>();
  return (name) => {
    if (name.length > maxNameLength) return "nothing";
    const found = known.get(name);
    if (found !== undefined) return found;
    const says = judge(name);
    if (known.size >= maxKnown) known.clear();
    known.set(detached(name), says);
    return says;
  };
}

/** Whether a text may hold a name that the rules know, so that it is worth a closer look. */
export function mayNameSecret(text: string): boolean {
  return /pass|secret|token|key|cred|pwd|pswd|jwt|auth|bearer/i.test(text);
}

/** Annotations and labels that name a Secret, or tell its version: ingress-nginx, operators of OpenShift. */
const namingKeys = /^nginx\.ingress\.kubernetes\.io\/(auth|auth-tls|proxy-ssl)-secret$|\/dep-/;
/** Helm charts and operators keep sums over Secrets in annotations: "checksum/secret". */
const sums = /checksum|sha256|md5|digest/i;
/** What the value is instead: "PASSWORD_SECRET_FILENAME". */
const places = /(file|path|dir)_?name$|(key|trust)_?store$/i;
/** In a field, what names a Secret: "existingSecret", "tlsSecret". */
const references =
  /(existing|key|dir|file|password|passwd|tls|ssl|ca|cert|certs|certificates?|credentials?|creds|data|pull|registry|kubeconfig|target|source|keystore|truststore|ingress)[._-]?secrets?$/i;
const certain = /(secrets?|credentials?|creds|dockerconfigjson|dockercfg|client[._-]?key([._-]?data)?|authorization)$/i;

function judge(name: string): NameSays {
  if (/^(OLD)?PWD$/.test(name) || namingKeys.test(name)) return "nothing";
  const slash = name.lastIndexOf("/");
  // The domain of a key says whose it is, not what: "rbac.authorization.kubernetes.io/autoupdate".
  const own = slash > 0 && name.slice(0, slash).includes(".") ? name.slice(slash + 1) : name;
  if (sums.test(own) || places.test(own)) return "nothing";
  const kind = /^authorization$/i.test(own) ? "hint" : secretName(own);
  if (kind === undefined) return "nothing";
  if (kind === "password") return "password";
  if (kind !== "hint") return "secret";
  // Several are names of Secrets: "--optional-secrets=a,b".
  if (references.test(own) || /secrets$/i.test(own)) return "hint";
  return certain.test(own) ? "secret" : "hint";
}
