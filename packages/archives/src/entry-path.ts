/** Longer than any path that the tools write, and the limit of a part's path. */
const maxPathLength = 1024;

// Also the marks that turn the direction of writing: they make a name read as another one.
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/**
 * Checks the name that an archive gives to an entry and takes `./` and slashes at the end off. Names are written by
 * strangers: what could leave the bundle or deceive its reader is refused, with the reason. "" is the top folder.
 */
export function checkEntryPath(name: string): { path: string } | { refused: string } {
  if (name.length > maxPathLength) return { refused: `The name is longer than ${maxPathLength} characters.` };
  if (unprintable.test(name)) return { refused: "The name has control characters." };
  if (/^\/+$/.test(name)) return { path: "" };
  if (name.startsWith("/") || name.startsWith("\\") || /^[A-Za-z]:[\\/]/.test(name)) {
    return { refused: "The name is an absolute path." };
  }
  const steps = name.split("/").filter((step) => step !== "" && step !== ".");
  if (steps.some((step) => step === ".." || step.split("\\").includes(".."))) {
    return { refused: "The name leads out of the bundle." };
  }
  return { path: steps.join("/") };
}

/** The name with control characters written out and cut to a bearable length, for messages. */
export function printable(name: string): string {
  let shown = "";
  for (const character of name.slice(0, 500)) {
    shown += unprintable.test(character) ? `\\u{${character.codePointAt(0)?.toString(16)}}` : character;
  }
  return name.length > 500 ? `${shown}…` : shown;
}
