/**
 * How much a name says of its value. `password`: whatever stands there is secret. `key`: so is it, but for plain words.
 * `token`: what looks made by a machine. `hint`: what looks random, since such names often name a Secret instead.
 */
export type SecretName = "password" | "key" | "token" | "hint";

const set = (words: string) => new Set(words.split(" "));

const passwords = set(
  "password passwords passwd passwds passphrase passphrases passcode passwort pwd pass userpass pswd psw pw psk bindpw rootpw requirepass masterauth senha contrasena passe",
);
const passwordEnds = ["password", "passwd", "passphrase", "passcode", "pwd"];
const tokens = set("token tokens jwt jwts bearer tok apitoken pat");
const hints = set(
  "secret secrets credential credentials cred creds auth session sessions sid sessionid sessid phpsessid jsessionid cookie cookies signature sig dockercfg dockerconfigjson otp",
);
const keyEnds = [
  "apikey",
  "secretkey",
  "accesskey",
  "privatekey",
  "authkey",
  "signingkey",
  "signkey",
  "encryptionkey",
  "encryptkey",
  "sessionkey",
  "masterkey",
  "accountkey",
  "sharedkey",
  "sharedaccesskey",
  "storagekey",
  "hmackey",
  "aeskey",
  "cryptkey",
  "deploykey",
  "sshkey",
  "rootkey",
  "adminkey",
  "appkey",
];
/** What a key is of where it is secret. A key of a map, of a volume, of a cache is none. */
const keyKinds = set(
  "api secret access private enc fernet preshared encryption encrypt decrypt decryption crypt crypto cipher signing sign signature session master account shared ssh deploy license licence hmac auth authentication storage admin service application app integration routing aes des rsa ecdsa ed25519 pgp gpg ingest ingestion sas jwt cookie token root backup unseal recovery transit wrapping seed server client write read event webhook bot project site team org user consumer customer password subscription certificate vault wallet publishable datadog pagerduty sendgrid mailgun stripe openai anthropic github gitlab slack newrelic dd maps google azure aws gcp join gossip erlang psk",
);
/** Of these a value must look random, since the name is as often that of a file or an entry. */
const vagueKinds = set(
  "server client service user token certificate event site team org project read app cookie application consumer customer password maps publishable",
);
/** What makes a "secret" one, and not the name of a Secret of Kubernetes. */
const secretKinds = set(
  "client session shared app application jwt oauth oauth2 consumer api webhook hmac cookie cookies signing sign signature encryption crypt token master user django rails auth access aws azure gcp google github gitlab slack key admin totp mfa otp partner csrf nextauth refresh hash bot stripe verification callback identity secretkey id bind join rpc turn coturn erlang registration macaroon form encryptionkey database db broker rabbitmq minio s3 hashicorp vault keycloak oidc saml idp dex argocd grafana",
);
/** What may follow and still leave the name what it is. */
const tails = set(
  "value val data base64 b64 plain plaintext cleartext text raw string str old new current previous next prod production dev test staging stage default main primary secondary live local backup hash hashed encoded decoded env live internal external root admin user db database base",
);
/** What makes it a name of something about a secret. */
const about = set(
  "name names ref refs reference namespace file files path paths dir dirs directory folder mount mounts url urls uri uris endpoint endpoints host port id ids type types kind kinds expiry expiration expires expire expired expirationseconds seconds minutes hours days age ttl lifetime timeout count counts length len min max size sizes limit limits policy policies version versions algorithm alg method methods mode enabled enable disabled disable required require requires optional allowed allow class provider providers manager controller reviewer reviewers reviews request requests requested review rotation rotate rotated rotator created creation issued issue issuer issuers audience audiences selector index status state error errors info format prefix suffix field fields label labels header headers source sources store stores template templates generator checksum annotation annotations volume volumes projection projected cleaner signer approver bytes resource resources resourceversion service services server servers client config configs configuration cache cached change changes changed update updated updates reset resets check checks validation validator valid invalid verify verified verification strength complexity history hint hints prompt input output managed manage syncer sync synced copy delete deleted delegation grant grants group groups role roles rule rules scope scopes strategy usage used uses key keys list lists lookup handler manager metadata mapping map model number option options plugin policy protection purpose ready reason recovery regex pattern permission rate retry retries revision review schema security set settings spec stdin support supported supplier test title to tool tracking transport trigger truncated url user username users utils view webhook webhooks watcher when with without monitor exists missing present not found auth authentication authenticator authenticators authorization login agent job operator admission bootstrap aws-creds description comment",
);

/** Verdicts on names met before: logs say the same few over and over. */
export function rememberedNames(): (name: string) => SecretName | undefined {
  const known = new Map<string, SecretName | undefined>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    if (known.size >= maxRemembered) known.clear();
    const kind = secretName(name);
    known.set(name, kind);
    return kind;
  };
}

const maxRemembered = 5000;

/** What the name of a field, variable, parameter, header or annotation says of its value; undefined for an innocent one. */
export function secretName(name: string): SecretName | undefined {
  const words = wordsOf(name);
  while (words.length > 1 && (tails.has(words.at(-1) ?? "") || /^[0-9]+$/.test(words.at(-1) ?? ""))) words.pop();
  const last = words.at(-1) ?? "";
  const ahead = words.at(-2) ?? "";
  if (passwords.has(last) || passwordEnds.some((end) => last.endsWith(end)))
    return last === "pw" && words.length === 1 ? undefined : "password";
  if (last === "key" || last === "keys") return keyName(words);
  if (keyEnds.some((end) => last.endsWith(end) || last.endsWith(`${end}s`))) return "key";
  if (last === "id" && ahead === "secret" && words.length > 2) return "token";
  if (/^(?:page|continue|continuation|next|resume|cancellation|sync|unexpected)$/.test(ahead) && last === "token")
    return undefined;
  if (tokens.has(last) || (last.endsWith("token") && last.length < 30)) return "token";
  if (/^(?:client|shared|app|api|jwt|consumer|session|auth|oauth|webhook|user)secret$/.test(last)) return "key";
  if (last === "secret" && words.length > 1) return secretKinds.has(ahead) ? "key" : "hint";
  if (hints.has(last) || last.endsWith("secret") || last.endsWith("credentials")) return "hint";
  const known = words.some((word) => passwordEnds.some((end) => word.endsWith(end)) || word === "passphrase");
  return known && !about.has(last) ? "password" : undefined;
}

function keyName(words: string[]): SecretName | undefined {
  const kind = words.at(-2) ?? "";
  if (words.includes("public") || words.includes("pub")) return undefined;
  if (kind === "password" || (kind === "secret" && words.at(-3) === "pull")) return undefined;
  if (!keyKinds.has(kind)) return keyEnds.some((end) => `${kind}key`.endsWith(end)) ? "key" : undefined;
  return vagueKinds.has(kind) ? "hint" : "key";
}

/** "SECRET_ACCESS_KEY", "secretAccessKey", "secret-access.key" → secret, access, key. */
function wordsOf(name: string): string[] {
  return name
    .slice(-120)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
