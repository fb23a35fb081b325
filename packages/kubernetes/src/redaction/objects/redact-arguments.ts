import type { NameSays } from "./secret-name.ts";
import { shellWords } from "./shell-words.ts";

/** Options of well-known programs whose value is a password, which no name tells. */
const passwordOptions: ReadonlyMap<string, string> = new Map([
  ...["mysql", "mysqldump", "mysqladmin", "mariadb", "mariadb-dump", "mariadb-admin"].map(
    (name) => [name, "-p"] as const,
  ),
  ["sshpass", "-p"],
  ["redis-cli", "-a"],
  ["ldapsearch", "-w"],
  ["ldapwhoami", "-w"],
  ["curl", "-u"],
]);

export interface ArgumentRules {
  nameSays(name: string): NameSays;
  /** What goes in the place of a value with that name, in the word `index`; undefined leaves it. */
  mask(name: string, value: string, index: number): string | undefined;
}

/**
 * Masks values of the arguments of one command: `--password=x`, `PASSWORD=x`, `--set a=1,db.password=x`, `--password x`,
 * `mysql -px`. Gives as many words back as it takes.
 */
export function redactArguments(words: readonly string[], rules: ArgumentRules): string[] {
  /** The option before, which this word is the value of. */
  let option = "";
  let short: string | undefined;
  return words.map((word, index) => {
    const bare = unquoted(word);
    const before = option;
    option = "";
    if (before !== "" && !bare.startsWith("--")) return replaced(word, bare, rules.mask(before, bare, index));
    if (short && bare.startsWith(short) && !bare.startsWith("--")) {
      const value = bare.slice(short.length);
      // MySQL takes a word behind a bare -p as the name of the database.
      if (value === "") option = words[0] && isMysql(words) ? "" : "password";
      return value === "" ? word : replaced(word, value, rules.mask("password", value, index));
    }
    short = passwordOptions.get(bare.slice(bare.lastIndexOf("/") + 1)) ?? short;
    if (bare.includes("=")) return redactAssignments(word, bare, (given, value) => rules.mask(given, value, index));
    const name = bare.replace(/^--?/, "");
    if (bare.startsWith("-") && rules.nameSays(name) !== "nothing") option = name;
    return word;
  });
}

/** The same for a command line in one text, e.g. behind `sh -c`. */
export function redactCommandLine(text: string, rules: ArgumentRules): string {
  const words = shellWords(text);
  const masked = redactArguments(
    words.map(({ start, end }) => text.slice(start, end)),
    rules,
  );
  let result = "";
  let last = 0;
  for (const [index, { start, end }] of words.entries()) {
    result += text.slice(last, start) + (masked[index] ?? "");
    last = end;
  }
  return result + text.slice(last);
}

/** `a=1,password=x`: a value reaches to the end of the word, since a comma may be part of it. */
function redactAssignments(
  word: string,
  bare: string,
  maskOf: (name: string, value: string) => string | undefined,
): string {
  let start = 0;
  for (let at = bare.indexOf("="); at !== -1; at = bare.indexOf("=", at + 1)) {
    const name = bare.slice(start, at).replace(/^-{0,2}["']?/, "");
    const rest = bare.slice(at + 1);
    // Within `["--password=x",` of a YAML flow the end of the word is none of the value.
    const value = unquoted(/^[[{"']/.test(bare) ? rest.replace(/["'\],}]{1,8}$/, "") : rest);
    // A script, whose words are looked at one by one elsewhere, or an address.
    if (/\s/.test(name) || name.includes("://")) return word;
    // "pat=on,other=x": a switch ends at its comma.
    const mask =
      value === "" || /^(on|off|yes|no|true|false|[0-9]{1,5}),/.test(value) ? undefined : maskOf(name, value);
    if (mask !== undefined) return replaced(word, value, mask);
    const comma = bare.indexOf(",", at);
    const next = bare.indexOf("=", at + 1);
    start = comma !== -1 && comma < next ? bare.lastIndexOf(",", next) + 1 : at + 1;
  }
  return word;
}

function isMysql(words: readonly string[]): boolean {
  return words.some((word) => /(^|\/)(mysql|mariadb)/.test(word));
}

function unquoted(word: string): string {
  const quote = word[0];
  return word.length > 1 && (quote === '"' || quote === "'") && word.endsWith(quote) ? word.slice(1, -1) : word;
}

function replaced(word: string, value: string, mask: string | undefined): string {
  const at = mask === undefined || value === "" ? -1 : word.lastIndexOf(value);
  return mask === undefined || at === -1 ? word : word.slice(0, at) + mask + word.slice(at + value.length);
}
