import type { TokenShape } from "./token-shape.ts";

/** Keys of clouds, of HashiCorp, of Kubernetes and OpenShift, of password managers. */
export const cloudTokenShapes: readonly TokenShape[] = [
  {
    rule: "vault-unseal-key",
    literals: ["unseal key", "recovery key"],
    pattern: "(?:[Uu]nseal|[Rr]ecovery) [Kk]ey(?: [0-9]{1,2})?(?: \\([^)]{1,40}\\))?: ([A-Za-z0-9+/=]{43,90})",
    inBase64: ["Unseal Key"],
  },
  {
    rule: "aws-key",
    literals: ["akia", "asia", "abia", "acca"],
    pattern: "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])",
    alone: true,
    inBase64: ["AKIA", "ASIA", "ABIA", "ACCA"],
  },
  // docs.aws.amazon.com/IAM: a secret access key is 40 characters of base64; files of credentials put it behind the id
  {
    rule: "aws-secret-key",
    literals: ["akia", "asia"],
    pattern: "(?:AKIA|ASIA)[A-Z0-9]{16}[\"']?[ \\t,:;|]{1,4}[\"']?([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])",
    inBase64: [],
  },
  {
    rule: "aws-session-token",
    literals: ["iqojb3jpz2lu", "fwogzxivyxdz", "fqogzxivyxdz"],
    pattern: "(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/=_-]{80,4000}",
    inBase64: ["IQoJb3JpZ2lu"],
  },
  { rule: "gcp-api-key", literals: ["aiza"], pattern: "AIza[A-Za-z0-9_-]{35}", inBase64: ["AIza"] },
  { rule: "gcp-oauth-token", literals: ["ya29."], pattern: "ya29\\.[A-Za-z0-9_.-]{20,2000}" },
  { rule: "gcp-oauth-secret", literals: ["gocspx-"], pattern: "GOCSPX-[A-Za-z0-9_-]{20,64}", inBase64: ["GOCSPX-"] },
  { rule: "gcp-refresh-token", literals: ["1//0"], pattern: "1//0[A-Za-z0-9_-]{40,200}" },
  // learn.microsoft.com: client secrets of Entra are 3 characters, a digit, "Q~", 31 to 34 more
  {
    rule: "azure-client-secret",
    literals: ["q~"],
    before: 4,
    pattern: "[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}",
    inBase64: ["8Q~", "7Q~", "6Q~", "9Q~"],
  },
  {
    rule: "azure-client-secret",
    literals: ["q%7e"],
    before: 4,
    pattern: "[A-Za-z0-9_~.-]{3}[0-9]Q%7[Ee][A-Za-z0-9_~%.-]{31,40}",
    inBase64: [],
  },
  {
    rule: "azure-devops-token",
    literals: ["jqqj99"],
    pattern: "(?:[A-Za-z0-9]{0}JQQJ99)[A-Za-z0-9]{32,80}",
    inBase64: ["JQQJ99"],
  },
  {
    rule: "alibaba-key",
    literals: ["ltai"],
    pattern: "LTAI[A-Za-z0-9]{12,30}(?![A-Za-z0-9])",
    alone: true,
    inBase64: ["LTAI"],
  },
  { rule: "digitalocean-token", literals: ["dop_v1_", "doo_v1_", "dor_v1_"], pattern: "do[por]_v1_[a-f0-9]{64}" },
  {
    rule: "yandex-token",
    literals: ["aqvn", "t1.9"],
    pattern: "(?:AQVN[A-Za-z0-9_-]{35,38}|t1\\.9[A-Za-z0-9_-]{20,400}\\.[A-Za-z0-9_-]{86})",
    alone: true,
    inBase64: ["AQVN", "t1.9"],
  },
  { rule: "cloudflare-key", literals: ["v1.0-"], pattern: "v1\\.0-[a-f0-9]{24}-[a-f0-9]{146}" },
  { rule: "tailscale-key", literals: ["tskey-"], pattern: "tskey-[a-z]{2,10}-[A-Za-z0-9-]{10,80}" },
  {
    rule: "fly-token",
    literals: ["fo1_", "fm1_", "fm1r_", "fm2_"],
    pattern: "(?:fo1_[A-Za-z0-9_-]{43}|fm[12]r?_[A-Za-z0-9+/=]{100,2000})",
  },
  { rule: "pulumi-token", literals: ["pul-"], pattern: "pul-[a-f0-9]{40}", alone: true },
  { rule: "planetscale-token", literals: ["pscale_"], pattern: "pscale_(?:tkn|pw|oauth)_[A-Za-z0-9=._-]{32,64}" },
  { rule: "supabase-token", literals: ["sbp_"], pattern: "sbp_[a-f0-9]{40}" },
  { rule: "heroku-key", literals: ["hrku-"], pattern: "HRKU-[A-Za-z0-9_-]{36,80}", inBase64: ["HRKU-"] },
  // HashiCorp: token prefixes of Vault 1.10 and later; API tokens of Terraform Cloud
  { rule: "vault-token", literals: ["hvs.", "hvb.", "hvr."], pattern: "hv[sbr]\\.[A-Za-z0-9_-]{20,400}" },
  {
    rule: "vault-token",
    literals: ['"s.', "'s.", " s.", "=s.", ":s."],
    pattern: "[\"' =:](s\\.[A-Za-z0-9]{24})(?![A-Za-z0-9._-])",
  },
  {
    rule: "terraform-token",
    literals: [".atlasv1."],
    before: 14,
    pattern: "[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{50,100}",
  },
  {
    rule: "doppler-token",
    literals: ["dp.pt.", "dp.st.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit."],
    pattern: "dp\\.[a-z]{2,5}\\.(?:[a-z0-9_-]{1,40}\\.)?[A-Za-z0-9]{40,44}",
  },
  {
    rule: "onepassword-token",
    literals: ["ops_eyj"],
    pattern: "ops_eyJ[A-Za-z0-9+/=_-]{100,4000}",
    inBase64: ["ops_eyJ"],
  },
  {
    rule: "onepassword-key",
    literals: ["a3-"],
    pattern: "A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}",
    alone: true,
    inBase64: ["A3-"],
  },
  {
    rule: "age-key",
    literals: ["age-secret-key-"],
    pattern: "AGE-SECRET-KEY-(?:PQ-)?1[A-Z0-9]{40,3000}",
    inBase64: ["AGE-SECRET-KEY-"],
  },
  // Kubernetes and OpenShift
  { rule: "openshift-token", literals: ["sha256~"], pattern: "sha256~[A-Za-z0-9_-]{43}" },
  { rule: "openshift-token", literals: ["sha256%7e"], pattern: "sha256%7[Ee][A-Za-z0-9_-]{43}" },
];
