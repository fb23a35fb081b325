const keyOwners =
  "api secret access private enc fernet preshared encryption encrypt signing sign session master account shared sharedaccess ssh deploy license hmac auth storage admin service application app integration routing aes rsa crypt ingest ingestion sas jwt token root backup unseal recovery seed client server write webhook consumer subscription certificate user psk dd cookie event customer gossip".split(
    " ",
  );

/** Words that name secrets alone, and those that do so with a key, in the spellings that people use: base64 knows case. */
export function namedInBase64(): string[] {
  const words = namedLiterals.filter((literal) => !/key$/.test(literal) && literal.length >= 4);
  const cased = words.flatMap((word) => [word, word.toUpperCase(), titled(word)]);
  const keys = keyOwners.flatMap((owner) => [
    `${owner}_key`,
    `${owner}_key`.toUpperCase(),
    `${owner}-key`,
    `${titled(owner)}-Key`,
    `${owner}Key`,
    `${titled(owner)}Key`,
    `${owner}.key`,
  ]);
  return [...cased, ...keys, "SharedAccessKey"];
}

function titled(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** A name with none of these is not looked at. */
export const namedLiterals: readonly string[] = [
  "passw",
  "passphrase",
  "passcode",
  "pwd",
  "pwd=",
  "pwd:",
  'pwd"',
  "pswd",
  "_pw",
  "_pw:",
  "_pw=",
  "bindpw",
  "rootpw",
  "requirepass",
  "masterauth",
  "_psk",
  "psk=",
  "psk:",
  "senha",
  "mot_de_passe",
  "contrasena",
  "_pass",
  "-pass",
  "pass=",
  "pass:",
  'pass"',
  "pass'",
  "pass%",
  "pass\\",
  "dbpass",
  "pass>",
  "secret",
  "token",
  "credential",
  "creds",
  "_pat",
  "jwt",
  ...keyOwners.flatMap((owner) => ["", "_", "-", "."].map((between) => `${owner}${between}key`)),
  'auth"',
  "auth'",
  "auth=",
  "auth:",
  "auth\\",
  "auth%",
  "_auth",
  "sessionid",
  "session_id",
  "session-id",
  "session=",
  "session:",
  'session"',
  "sessid",
  "connect.sid",
  "signature=",
  'signature"',
  "signature%",
  "sig=",
  "sig%3d",
  "cookie",
];
