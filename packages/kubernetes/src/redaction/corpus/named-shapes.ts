import { alphabets as a, type Seeded } from "./seeded.ts";
import { type Shape, within } from "./shape.ts";

/** Names that people give to secrets, as they stand in front of values. */
const names = [
  ..."password passwd PASSWORD db_password DB_PASSWORD POSTGRES_PASSWORD MYSQL_ROOT_PASSWORD PGPASSWORD".split(" "),
  ..."secret client_secret clientSecret CLIENT_SECRET appSecret SECRET_KEY secret_key secretKey".split(" "),
  ..."token access_token accessToken refresh_token auth_token AUTH_TOKEN id_token API_TOKEN bearer_token".split(" "),
  ..."api_key apiKey API_KEY apikey x-api-key SESSION_KEY encryption_key ENCRYPTION_KEY signing_key private_key".split(
    " ",
  ),
  ..."passphrase credentials webhook_secret JWT_SECRET HMAC_SECRET MASTER_KEY ACCESS_KEY dockerPassword".split(" "),
];

/** How a name and its value are written. */
const forms: readonly [string, (name: string, value: string) => string][] = [
  ["equals", (name, value) => `${name}=${value}`],
  ["equals quoted", (name, value) => `${name}="${value}"`],
  ["colon", (name, value) => `${name}: ${value}`],
  ["json", (name, value) => `{"${name}":"${value}"}`],
  ["flag", (name, value) => `--${name}=${value}`],
];

/** Secrets that only a name in front of them tells. Random, not words: those are a matter of objects' own places. */
export function namedShapes(): Shape[] {
  const secret = (r: Seeded) => r.pick(a.alphanumeric, 16 + r.int(16));
  return names.map((name, at) => {
    const [form, write] = forms[at % forms.length] ?? ["equals", (n: string, v: string) => `${n}=${v}`];
    return within(`${name}, ${form}`, { structural: false, secret, text: (value) => write(name, value) });
  });
}
