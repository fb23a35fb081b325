import { alphabets as a } from "./seeded.ts";
import { type Shape, token, within } from "./shape.ts";

/** Built by joining, so that no scanner of this repository takes a prefix for a credential. */
const p = (...pieces: string[]) => pieces.join("");

/** Tokens that providers gave a mark of their own; forms from each provider's documentation. */
export function providerShapes(): Shape[] {
  return [
    token("aws access key id", (r) => p("AK", "IA") + r.pick(a.upper32, 16)),
    token("aws temporary key id", (r) => p("AS", "IA") + r.pick(a.upper32, 16)),
    token("github personal", (r) => p("gh", "p_") + r.pick(a.alphanumeric, 36)),
    token("github oauth", (r) => p("gh", "o_") + r.pick(a.alphanumeric, 36)),
    token("github user", (r) => p("gh", "u_") + r.pick(a.alphanumeric, 36)),
    token("github server", (r) => p("gh", "s_") + r.pick(a.alphanumeric, 36)),
    token("github refresh", (r) => p("gh", "r_") + r.pick(a.alphanumeric, 36)),
    token(
      "github fine-grained",
      (r) => p("github", "_pat_") + r.pick(a.alphanumeric, 22) + "_" + r.pick(a.alphanumeric, 59),
    ),
    token("gitlab personal", (r) => p("gl", "pat-") + r.pick(a.base64url.slice(0, 62), 20)),
    token("gitlab deploy", (r) => p("gl", "dt-") + r.pick(a.alphanumeric, 20)),
    token("gitlab runner", (r) => p("gl", "rt-") + r.pick(a.alphanumeric, 20)),
    token("gitlab trigger", (r) => p("gl", "ptt-") + r.pick(a.hex, 40)),
    token(
      "slack bot",
      (r) => p("xox", "b-") + r.pick(a.digits, 12) + "-" + r.pick(a.digits, 12) + "-" + r.pick(a.alphanumeric, 24),
    ),
    token(
      "slack user",
      (r) =>
        p("xox", "p-") +
        r.pick(a.digits, 12) +
        "-" +
        r.pick(a.digits, 12) +
        "-" +
        r.pick(a.digits, 12) +
        "-" +
        r.pick(a.hex, 32),
    ),
    token(
      "slack app",
      (r) => p("xap", "p-1-A") + r.pick(a.upper, 10) + "-" + r.pick(a.digits, 13) + "-" + r.pick(a.hex, 64),
    ),
    // The path is the secret; the host may stay.
    within("slack webhook", {
      structural: true,
      secret: (r) => r.pick(a.alphanumeric, 24),
      text: (s) => p("https://hooks.slack", ".com/services/T") + `024BE7LD0/B01A2B3C4D5/${s}`,
    }),
    token("stripe live", (r) => p("sk_", "live_") + r.pick(a.alphanumeric, 24)),
    token("stripe restricted", (r) => p("rk_", "live_") + r.pick(a.alphanumeric, 24)),
    token("stripe test", (r) => p("sk_", "test_") + r.pick(a.alphanumeric, 24)),
    token("stripe webhook", (r) => p("wh", "sec_") + r.pick(a.alphanumeric, 32)),
    token("google api key", (r) => p("AI", "za") + r.pick(a.base64url.slice(0, 62), 35)),
    token("google oauth token", (r) => p("ya", "29.") + r.pick(a.base64url.slice(0, 62), 120)),
    token("google client secret", (r) => p("GOC", "SPX-") + r.pick(a.alphanumeric, 28)),
    token("sendgrid", (r) => p("SG", ".") + r.pick(a.alphanumeric, 22) + "." + r.pick(a.alphanumeric, 43)),
    token("twilio api key", (r) => p("S", "K") + r.pick(a.hex, 32)),
    token("mailgun", (r) => p("key", "-") + r.pick(a.hex, 32)),
    token("npm", (r) => p("np", "m_") + r.pick(a.alphanumeric, 36)),
    token("pypi", (r) => p("pypi-", "AgEIcHlwaS5vcmc") + r.pick(a.alphanumeric, 80)),
    token("rubygems", (r) => p("ruby", "gems_") + r.pick(a.hex, 48)),
    token("docker hub", (r) => p("dckr", "_pat_") + r.pick(a.alphanumeric, 27)),
    token("digitalocean", (r) => p("dop", "_v1_") + r.pick(a.hex, 64)),
    token("digitalocean oauth", (r) => p("doo", "_v1_") + r.pick(a.hex, 64)),
    token("vault service", (r) => p("hv", "s.") + r.pick(a.alphanumeric, 95)),
    token("vault batch", (r) => p("hv", "b.") + r.pick(a.alphanumeric, 140)),
    token("terraform cloud", (r) => r.pick(a.alphanumeric, 14) + p(".atlas", "v1.") + r.pick(a.alphanumeric, 67)),
    token("databricks", (r) => p("da", "pi") + r.pick(a.hex, 32)),
    token("new relic user", (r) => p("NR", "AK-") + r.pick(a.upper, 27)),
    token("grafana service account", (r) => p("gl", "sa_") + r.pick(a.alphanumeric, 32) + "_" + r.pick(a.hex, 8)),
    // Base64 of {"o":…
    token("grafana cloud", (r) => p("gl", "c_", "eyJvIjoi") + r.pick(a.alphanumeric, 80)),
    token(
      "openai project",
      (r) => p("sk-", "proj-") + r.pick(a.alphanumeric, 74) + p("T3Blbk", "FJ") + r.pick(a.alphanumeric, 74),
    ),
    token("anthropic", (r) => p("sk-", "ant-api03-") + r.pick(a.alphanumeric, 93) + "AA"),
    token("hugging face", (r) => p("hf", "_") + r.pick("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 34)),
    token("shopify access", (r) => p("shp", "at_") + r.pick(a.hex, 32)),
    token("shopify shared", (r) => p("shp", "ss_") + r.pick(a.hex, 32)),
    token("square access", (r) => p("EAA", "A") + r.pick(a.alphanumeric, 60)),
    token("square production", (r) => p("sq0", "atp-") + r.pick(a.alphanumeric, 22)),
    token("telegram bot", (r) => r.pick("123456789", 10) + p(":AA") + r.pick(a.alphanumeric, 33)),
    within("discord webhook", {
      structural: true,
      secret: (r) => r.pick(a.alphanumeric, 68),
      text: (s) => p("https://discord", ".com/api/webhooks/") + `123456789012345678/${s}`,
    }),
    token("linear", (r) => p("lin", "_api_") + r.pick(a.alphanumeric, 40)),
    token("notion", (r) => p("nt", "n_") + r.pick(a.digits, 11) + r.pick(a.alphanumeric, 35)),
    token("atlassian", (r) => p("ATA", "TT3") + r.pick(a.alphanumeric, 186)),
    token("age identity", (r) => p("AGE-SECRET", "-KEY-1") + r.pick(a.bech32, 58)),
    token("openshift token", (r) => p("sha", "256~") + r.pick(a.base64url.slice(0, 62), 43)),
    token("planetscale password", (r) => p("pscale", "_pw_") + r.pick(a.alphanumeric, 43)),
    token("postman", (r) => p("PMA", "K-") + r.pick(a.hex, 24) + "-" + r.pick(a.hex, 34)),
    token("pulumi", (r) => p("pu", "l-") + r.pick(a.hex, 40)),
    token("sentry user", (r) => p("sntr", "yu_") + r.pick(a.hex, 64)),
    token("artifactory", (r) => p("AK", "Cp") + r.pick(a.alphanumeric, 69)),
    token("azure client secret", (r) => r.pick(a.alphanumeric, 3) + p("8Q", "~") + r.pick(a.alphanumeric, 34)),
    token("doppler", (r) => p("dp", ".pt.") + r.pick(a.alphanumeric, 43)),
    token("dynatrace", (r) => p("dt0", "c01.") + r.pick(a.upper, 24) + "." + r.pick(a.upper, 64)),
    token("flyio", (r) => p("fo1", "_") + r.pick(a.alphanumeric, 43)),
    token("alibaba", (r) => p("LT", "AI") + r.pick(a.lower, 20)),
    token("tailscale", (r) => p("ts", "key-auth-") + r.pick(a.alphanumeric, 16) + "-" + r.pick(a.alphanumeric, 32)),
    token(
      "okta-style jwt",
      (r) =>
        `${p("eyJ", "hbGciOiJSUzI1NiJ9")}.${p("eyJ", "zdWIiOi")}${r.pick(a.base64url.slice(0, 62), 60)}.${r.pick(a.base64url.slice(0, 62), 86)}`,
    ),
    token(
      "service account jwt",
      (r) =>
        `${p("eyJ", "hbGciOiJSUzI1NiIsImtpZCI6Ii")}${r.pick(a.alphanumeric, 30)}.${p("eyJ", "hdWQiOlsi")}${r.pick(a.alphanumeric, 400)}.${r.pick(a.alphanumeric, 342)}`,
    ),
  ];
}
