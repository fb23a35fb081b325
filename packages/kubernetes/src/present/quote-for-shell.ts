const plain = /^[A-Za-z0-9_.,:/@%+-]+$/;
// A terminal without bracketed paste takes these as keys: Ctrl-C would end the line and run what follows. A line end
// only continues it.
const keys = /(?!\n)\p{Cc}/gu;

/** `text` as one inert word of a POSIX shell, also when it is pasted. NUL, which no argument can hold, is left out. */
export function quoteForShell(text: string): string {
  const given = text.replaceAll("\0", "");
  if (plain.test(given)) return given;
  let word = "";
  let end = 0;
  for (const key of given.matchAll(keys)) {
    word += `${quoted(given.slice(end, key.index))}"$(printf '${octal(key[0])}')"`;
    end = key.index + key[0].length;
  }
  return word + quoted(given.slice(end)) || "''";
}

function quoted(text: string): string {
  return text === "" ? "" : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function octal(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
