import { hexDigits } from "./hex-digits.ts";
import type { TokenShape } from "./token-shape.ts";

/** Tokens of code hosts, chat, payment, mail, and registries of packages and images. */
export const codeTokenShapes: readonly TokenShape[] = [
  // docs.github.com: "About authentication to GitHub", token formats
  {
    rule: "github-token",
    literals: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
    pattern: "gh[pousr]_[A-Za-z0-9]{30,255}",
  },
  { rule: "github-token", literals: ["github_pat_"], pattern: "github_pat_[A-Za-z0-9_]{22,255}" },
  // docs.gitlab.com: "Token overview", token prefixes
  {
    rule: "gitlab-token",
    literals: [
      "glpat-",
      "glptt-",
      "glrt-",
      "glrtr-",
      "glcbt-",
      "gldt-",
      "glft-",
      "glimt-",
      "glagent-",
      "gloas-",
      "glsoat-",
      "glffct-",
      "glwt-",
    ],
    pattern: "gl[a-z]{2,5}-[A-Za-z0-9_.-]{15,255}",
  },
  { rule: "gitlab-token", literals: ["gr1348941"], pattern: "GR1348941[A-Za-z0-9_-]{20,50}", inBase64: ["GR1348941"] },
  // api.slack.com/authentication/token-types
  {
    rule: "slack-token",
    literals: ["xoxa-", "xoxb-", "xoxe-", "xoxe.", "xoxo-", "xoxp-", "xoxr-", "xoxs-", "xoxc-", "xoxd-"],
    pattern: "xox[abeoprscd][-.][A-Za-z0-9+/=._-]{10,400}",
  },
  { rule: "slack-token", literals: ["xapp-"], pattern: "xapp-[0-9]-[A-Za-z0-9-]{20,200}" },
  {
    rule: "slack-webhook",
    literals: ["hooks.slack.com"],
    pattern:
      "hooks\\.slack(?:-gov)?\\.com\\\\{0,4}/(?:services|workflows|triggers)\\\\{0,4}/([A-Za-z0-9+\\\\/_-]{20,200})",
  },
  // learn.microsoft.com: incoming webhooks of Teams; discord.com/developers: webhook resource
  {
    rule: "teams-webhook",
    literals: [".webhook.office.com/"],
    pattern: "\\.webhook\\.office\\.com/(webhookb2/[A-Za-z0-9@/-]{40,300})",
  },
  {
    rule: "discord-webhook",
    literals: ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
    pattern: "discord(?:app)?\\.com/api/webhooks/([0-9]{15,22}/[A-Za-z0-9_-]{40,100})",
  },
  {
    rule: "discord-token",
    literals: ["bot m", "bot n", "bot o"],
    pattern: "[Bb]ot ([MNO][A-Za-z0-9_-]{22,30}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{25,45})",
    inBase64: ["Bot M", "Bot N", "Bot O"],
  },
  // docs.stripe.com/keys
  {
    rule: "stripe-key",
    literals: ["sk_live_", "rk_live_", "sk_test_", "rk_test_", "sk_prod_", "rk_prod_"],
    pattern: "[sr]k_(?:live|test|prod)_[A-Za-z0-9]{10,250}",
  },
  { rule: "stripe-webhook-secret", literals: ["whsec_"], pattern: "whsec_[A-Za-z0-9+/=]{20,100}" },
  // twilio.com/docs/glossary: API key SIDs; docs.sendgrid.com; documentation.mailgun.com
  {
    rule: "twilio-key",
    literals: hexDigits.map((digit) => `sk${digit}`),
    pattern: "SK[0-9a-fA-F]{32}(?![0-9A-Za-z])",
    alone: true,
    inBase64: hexDigits.map((digit) => `SK${digit}`),
  },
  {
    rule: "sendgrid-key",
    literals: ["sg."],
    pattern: "SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}",
    alone: true,
    inBase64: ["SG."],
  },
  {
    rule: "mailgun-key",
    literals: hexDigits.map((digit) => `key-${digit}`),
    pattern: "key-[0-9a-f]{32}(?![0-9A-Za-z-])",
    alone: true,
    inBase64: ["key-"],
  },
  { rule: "brevo-key", literals: ["xkeysib-"], pattern: "xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}" },
  // registries of packages and images
  { rule: "npm-token", literals: ["npm_"], pattern: "npm_[A-Za-z0-9]{36,64}" },
  { rule: "pypi-token", literals: ["pypi-ag"], pattern: "pypi-Ag[A-Za-z0-9_-]{40,1000}", inBase64: ["pypi-Ag"] },
  { rule: "rubygems-key", literals: ["rubygems_"], pattern: "rubygems_[a-f0-9]{48}" },
  { rule: "clojars-token", literals: ["clojars_"], pattern: "CLOJARS_[A-Za-z0-9]{60}", inBase64: ["CLOJARS_"] },
  { rule: "nuget-key", literals: ["oy2"], pattern: "oy2[a-z0-9]{43}(?![a-z0-9])", alone: true, inBase64: ["oy2"] },
  { rule: "docker-hub-token", literals: ["dckr_pat_", "dckr_oat_"], pattern: "dckr_[po]at_[A-Za-z0-9_-]{20,64}" },
  { rule: "artifactory-key", literals: ["akcp"], pattern: "AKCp[A-Za-z0-9]{69,90}", alone: true, inBase64: ["AKCp"] },
  { rule: "artifactory-key", literals: ["cmvmdgtu"], pattern: "cmVmdGtu[A-Za-z0-9]{56}", inBase64: ["cmVmdGtu"] },
];
