/** A field that is a secret, or a credential in the making, in every object of its kind. `*`: any step. */
interface KindField {
  /** Lower-case kind. */
  kind: string;
  path: string;
  rule: string;
}

/**
 * Kinds are lower-case; API groups are not looked at, since a bundle may have lost them. CSRs and certificate requests
 * are no secrets, but nobody reads them in base64 and some carry challenge passwords.
 */
const kindFields: readonly KindField[] = [
  { kind: "certificatesigningrequest", path: "spec.request", rule: "certificate-request" },
  { kind: "certificaterequest", path: "spec.request", rule: "certificate-request" },
  { kind: "certificaterequest", path: "spec.csr", rule: "certificate-request" },
  { kind: "tokenrequest", path: "status.token", rule: "token" },
  { kind: "tokenreview", path: "spec.token", rule: "token" },
  { kind: "token", path: "token", rule: "token" },
  // The name of an OAuth token is the token itself, or its hash since OpenShift 4.6.
  { kind: "oauthaccesstoken", path: "metadata.name", rule: "token" },
  { kind: "oauthaccesstoken", path: "metadata.selfLink", rule: "token" },
  { kind: "oauthaccesstoken", path: "authorizeToken", rule: "token" },
  { kind: "oauthaccesstoken", path: "refreshToken", rule: "token" },
  { kind: "useroauthaccesstoken", path: "metadata.name", rule: "token" },
  { kind: "useroauthaccesstoken", path: "authorizeToken", rule: "token" },
  { kind: "useroauthaccesstoken", path: "refreshToken", rule: "token" },
  { kind: "oauthauthorizetoken", path: "metadata.name", rule: "token" },
  { kind: "oauthauthorizetoken", path: "metadata.selfLink", rule: "token" },
  { kind: "oauthauthorizetoken", path: "state", rule: "token" },
  { kind: "oauthauthorizetoken", path: "codeChallenge", rule: "token" },
  { kind: "oauthclient", path: "secret", rule: "field" },
  { kind: "oauthclient", path: "additionalSecrets.*", rule: "field" },
  { kind: "route", path: "spec.tls.key", rule: "private-key" },
  { kind: "buildconfig", path: "spec.triggers.*.github.secret", rule: "field" },
  { kind: "buildconfig", path: "spec.triggers.*.gitlab.secret", rule: "field" },
  { kind: "buildconfig", path: "spec.triggers.*.bitbucket.secret", rule: "field" },
  { kind: "buildconfig", path: "spec.triggers.*.generic.secret", rule: "field" },
];

/** A place within the fields that are known for a kind: what is left of their paths. */
export interface KnownFields {
  [step: string]: KnownFields | string;
}

/** Fields by lower-case kind, as a tree of steps whose leaves are rules. */
export function knownFields(): ReadonlyMap<string, KnownFields> {
  const kinds = new Map<string, KnownFields>();
  for (const { kind, path, rule } of kindFields) {
    let at = kinds.get(kind) ?? {};
    kinds.set(kind, at);
    const steps = path.split(".");
    for (const step of steps.slice(0, -1)) {
      const next = at[step];
      const inner: KnownFields = typeof next === "object" ? next : {};
      at[step] = inner;
      at = inner;
    }
    at[steps.at(-1) ?? ""] = rule;
  }
  return kinds;
}

/** What is known of a step below `at`: a rule, further fields, or nothing. */
export function knownBelow(at: KnownFields | undefined, step: string | number): KnownFields | string | undefined {
  if (!at) return undefined;
  const key = String(step);
  if (Object.hasOwn(at, key)) return at[key];
  return Object.hasOwn(at, "*") ? at["*"] : undefined;
}
