import { load, YAMLException } from "js-yaml";
import { isObject } from "./json-object.ts";

/** Aliases are unheard of in captured objects; so many may stand in one that was written by hand. */
const maxAliases = 1000;
/** Nodes and characters that a document with aliases may have once each alias is written out. */
const maxNodes = 200_000;
const maxCharacters = 16 * 1024 * 1024;

/**
 * Parses one YAML document. A document with aliases can be 300 bytes and become 30 MB when it is written out, so it is
 * accepted under a budget alone. Throws an Error whose message never quotes the document: it may hold a secret.
 */
export function parseYaml(text: string): unknown {
  try {
    return load(text, { maxAliases: 0, json: true });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw new Error("It is no YAML.");
    if (!error.reason.includes("maxAliases")) throw new Error(whereOf(error));
  }
  let value: unknown;
  try {
    value = load(text, { maxAliases, json: true });
  } catch (error) {
    throw new Error(error instanceof YAMLException ? whereOf(error) : "It is no YAML.");
  }
  if (!withinBudget(value)) throw new Error("Its aliases become too much when they are written out.");
  return value;
}

function whereOf(error: YAMLException): string {
  // Some reasons name an alias, tag or key of the text in quotes.
  const reason = error.reason.replace(/["'`].*["'`]/g, "…");
  return error.mark ? `It is no YAML: ${reason}, line ${error.mark.line + 1} of its text.` : "It is no YAML.";
}

/** Walks the value as a tree, so that what an alias names twice counts twice. A cycle uses the budget up. */
function withinBudget(value: unknown): boolean {
  let nodes = 0;
  let characters = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node === "string") characters += node.length;
    if (++nodes > maxNodes || characters > maxCharacters) return false;
    if (Array.isArray(node)) for (const child of node) open.push(child);
    else if (isObject(node)) {
      for (const [key, child] of Object.entries(node)) {
        characters += key.length;
        open.push(child);
      }
    }
  }
  return true;
}
