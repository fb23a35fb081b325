import { decodeBase64, decodeText } from "./decode-base64.ts";
import { isMask } from "./known-mask.ts";
import { isLiteralSecret, namesSecret } from "./literal-value.ts";
import { aboutSecrets } from "./meaning.ts";
import { redactText } from "./redact-text.ts";
import { type Spot, takeOut } from "./spot.ts";

/** A text, number or switch of an object. */
interface Scalar {
  /** The name that tells what the value is: of the field, or of the pair that it is the value of. */
  name: string;
  rule: string;
  redactParsed(value: unknown, spot: Spot): unknown;
}

/** Files of a ConfigMap are looked through; their names say what they are for, not that they are secrets as a whole. */
const fileName =
  /\.(ya?ml|json|conf|config|cfg|cnf|ini|toml|properties|env|xml|sh|py|js|ts|lua|rb|pl|sql|md|html?|tpl|tmpl|template|hcl|crt|pem|cer|service|rules|kubeconfig)$/i;

/** Fields of custom resources that hold a whole file: HelmChart of k3s, Machines and their templates. */
const configFields = new Set(["valuesContent", "userData", "cloudConfig", "configYaml", "helmValues"]);

/** Takes out the value where its name says that it is a secret, and looks through it where the name does not. */
export function redactScalar(value: unknown, spot: Spot, { name, rule, redactParsed }: Scalar): unknown {
  const { own, nameSays } = spot.reading.rules;
  const isConfig = rule === "config-value" || configFields.has(name);
  const isNothing = rule === aboutSecrets || (isConfig && fileName.test(name));
  const says = isNothing ? "nothing" : nameSays(name.replace(/\.(txt|b64|base64)$/i, ""));
  if (isLiteralSecret(value, says) || isDockerAuth(name, value)) {
    const secret = String(value);
    const isReference = rule === "field" && namesSecret(name, value);
    if (!isReference && !own.keeps({ rule, key: name, value: secret })) return takeOut(spot, { rule, secret });
  }
  return typeof value === "string" ? redactText(value, spot, { key: name, isConfig, redactParsed }) : value;
}

/** `auths` of a Docker configuration: base64 of "user:password". */
function isDockerAuth(name: string, value: unknown): value is string {
  if (name !== "auth" || typeof value !== "string" || isMask(value)) return false;
  const bytes = decodeBase64(value);
  return bytes !== undefined && /^[^:\s]{1,256}:./.test(decodeText(bytes) ?? "");
}
