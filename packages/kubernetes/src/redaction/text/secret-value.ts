import { decodeBase64 } from "./base64.ts";
import type { SecretName } from "./secret-name.ts";

const words = new Set(
  "true false null nil none undefined yes no on off string str text bytes int integer number bool boolean object array map any unknown redacted masked hidden removed omitted filtered empty unset default optional required invalid incorrect missing expired wrong must is are was were be been not cannot can may should will would has have had does did do for the a an and or of in from to with by as at on if when failed failure error errors ok changed updated reset field provided supplied accepted rejected denied access enter set unauthorized forbidden authentication authorization valid mismatch policy file flag option value token password secret key auth basic bearer digest ntlm negotiate kerberos oauth oauth2 oidc ldap saml jwt sha256 md5 scram-sha-256 trust peer pam x509 certificate tls mtls request requests response user username name this that it its than then but only use using used reading read loading load lookup watch list get create update delete found exists n/a na tbd todo - -- ... ok,".split(
    " ",
  ),
);

/** Not a secret but what stands for one, or for its absence: masks, references, templates, words of programs, paths. */
export function isPlaceholder(value: string): boolean {
  if (value === "" || value.length < 2) return true;
  if (words.has(value.toLowerCase())) return true;
  if (/^[*xX•.#_?=+~-]+$/.test(value)) return true;
  if (
    /‹redacted|\xe2\x80\xb9redacted|\*{3}|^x{5,}|^\[?(?:REDACTED|FILTERED|MASKED|HIDDEN|PROTECTED|SECRET)\]?$|\[REDACTED|<redacted|^\(redacted/i.test(
      value.slice(0, 300),
    )
  )
    return true;
  if (
    /^(?:\$\(|\$?\{|\$[A-Za-z_]\w{0,80}$|<|%[A-Za-z_]\w{0,80}%$|%[+#]?[sdvqwxt]$|@[A-Za-z_]\w{0,80}@$|__\w{1,80}__$|&[lg]t;)/.test(
      value,
    )
  )
    return true;
  if (/^(?:vault|ref\+\w{1,20}|op|awssm|gcpsm|env|file|sm|ssm|keychain|arn|secretref|azurekeyvault|akv):/i.test(value))
    return true;
  if (/^ssh-(?:rsa|ed25519|dss) |^ecdsa-sha2-|^AAAA[BC]3NzaC1/.test(value)) return true;
  return isReference(value) || isTemplate(value) || /^[0-9]{1,12} bytes long$/.test(withoutBase64(value));
}

/** Words with a reference among them: "etcd-${UUID}". */
function isTemplate(value: string): boolean {
  const rest = value.slice(0, 300).replace(/\$\{[^}]{0,100}\}|\$\([^)]{0,100}\)|\{\{[^}]{0,100}\}\}/g, "");
  return rest.length < Math.min(value.length, 300) && isWordy(rest, 24);
}

function isReference(value: string): boolean {
  if (/^0xc0[0-9a-f]{6,10}$|^\(\*|^map\[|^\[\]|^&\{|^:/.test(value)) return true;
  if (/^[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\//.test(value)) return true;
  if (/^[0-9]{1,5}$|^-?[0-9]{1,12}(?:\.[0-9]{1,9}){1,3}$|^[0-9]{1,6}(?:ns|us|µs|ms|s|m|h|d|%|[KMGT]i?B?)$/.test(value))
    return true;
  return isPath(value);
}

const pathRoot =
  /^(?:~|\.{1,2})?\/(?:var|etc|run|usr|opt|home|tmp|root|mnt|data|secrets?|certs?|config|app|kubernetes|srv|bin|proc|sys|dev|host|apis?|v[0-9]|pki|tls|ssl|vault|credentials?|keys?|token|openshift|registry|auth|oauth2?|login|metrics|healthz|namespaces|static|conf)(?:\/|$)/;

/** Names of files too. A secret access key may begin with "/" as well, so that segments must be words. */
function isPath(value: string): boolean {
  if (value.length > 300) return false;
  if (pathRoot.test(value) || /^[A-Za-z]:\\/.test(value)) return true;
  if (
    /^[\w./@:-]{1,200}\.(?:pem|key|crt|cert|json|ya?ml|txt|conf|cfg|env|jks|p12|pfx|properties|sock|kubeconfig|go|py|js|ts|sh|log|ini|toml)(?::[0-9]{1,6})?$/.test(
      value,
    ) &&
    !value.split(/[/._:-]/).some((part) => part.length >= 12 && !isWordy(part, 40))
  )
    return true;
  return /^(?:\.{0,2}|~)\/[a-z0-9._/-]{1,200}$/.test(value) && !/[0-9a-f]{16}/.test(value) && /[a-z]{3}/.test(value);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const digest = /^(?:sha(?:1|224|256|384|512)|md5)[:=-][0-9a-f]{8,128}$/i;

/** Whether what stands behind such a name is a secret. */
export function isSecretValue(value: string, name: SecretName): boolean {
  if (isPlaceholder(value) || digest.test(value)) return false;
  if (name === "password") return true;
  if (/^[0-9.,:_-]+$/.test(value)) return false;
  if (/^[A-Za-z0-9+/_-]{2,7}={1,2}$/.test(value)) return false;
  if (name === "key") return !isWordy(value, 24);
  if (name === "token") return uuid.test(value) || looksMade(value, 6);
  return !uuid.test(value) && looksMade(value, 8);
}

const wordPart = /^(?:[A-Z]{0,8}[a-z]*|[a-z]+(?:[A-Z][a-z]+)*|[A-Z][a-z]+(?:[A-Z]{1,5}[a-z]*)*|v?[0-9]{1,4})$/;

/** Words of letters with separators, as identifiers and names of objects are. */
function isWordy(value: string, longest: number): boolean {
  return value
    .split(/[\s/._:,-]+/)
    .every(
      (part) =>
        part.length <= longest && wordPart.test(part) && (part.length < 12 || capitals(part) <= part.length / 4),
    );
}

/** A name in camel case has words of more than three letters on the average; random letters do not. */
function capitals(part: string): number {
  return part.replace(/[^A-Z]/g, "").length;
}

/** Whether a machine made it: no name of an object, no sentence, no identifier. */
function looksMade(value: string, shortest: number): boolean {
  if (value.length < shortest || /\s/.test(value)) return false;
  if (/^[a-z0-9]{6}\.[a-z0-9]{16}$/.test(value)) return true;
  if (isWordy(value, 24)) return false;
  const parts = value.split(/[/.:-]+/);
  if (parts.every((part) => /^[a-z0-9]*$/.test(part)))
    return parts.some((part) => isMadePart(part, parts.length > 1 ? 16 : shortest));
  return /[0-9]/.test(value) ? /[A-Za-z]/.test(value) : value.length >= 16 || /[!@#$%^&*+=~]/.test(value);
}

/** Letters and digits mixed, more than a hash at the end of a name has. */
function isMadePart(part: string, shortest: number): boolean {
  return part.length >= shortest && /[0-9]/.test(part) && /[a-z]/.test(part) && !/^[a-z]+[0-9]{1,3}$/.test(part);
}

/** The text behind a value that is base64 of text, else the value: so that a password has one mark in both forms. */
export function withoutBase64(value: string): string {
  if (value.length < 8 || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return value;
  const bytes = decodeBase64(value);
  return bytes.length > 0 && bytes.every((byte) => (byte >= 32 && byte < 127) || byte === 10)
    ? String.fromCharCode(...bytes.slice(0, 8192)).trimEnd()
    : value;
}
