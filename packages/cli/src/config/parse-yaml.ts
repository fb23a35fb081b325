import { KubinError } from "@kubin/schema";
import type { z } from "zod";

/** Aliases and deep nesting have no use in a file of settings. */
const limits = { maxAliases: 0, maxDepth: 20 };

/**
 * A YAML file of settings as its schema says; an empty one is an empty mapping. Throws BAD_INPUT with file, line and
 * what is wrong.
 */
export async function parseYaml<S extends z.ZodType>(opts: {
  path: string;
  text: string;
  schema: S;
}): Promise<z.infer<S>> {
  const { path, text, schema } = opts;
  const { loadAll, YAMLException } = await import("js-yaml");
  let documents: unknown[];
  try {
    documents = loadAll(text, limits);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark === undefined ? "" : `:${error.mark.line + 1}`;
    throw new KubinError("BAD_INPUT", `${path}${line} is no YAML that can be read: ${error.reason}.`, { cause: error });
  }
  if (documents.length > 1) throw new KubinError("BAD_INPUT", `${path} holds several YAML documents, expected one.`);
  const parsed = schema.safeParse(documents[0] ?? {});
  if (parsed.success) return parsed.data;
  const { lineOf } = await import("./line-of.ts");
  const lines = parsed.error.issues.slice(0, 5).map((issue) => {
    const at = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
    return `${path}:${lineOf(text, at)} ${at.map(String).join(".")}: ${issue.message}`;
  });
  const more = parsed.error.issues.length > 5 ? ["…"] : [];
  throw new KubinError("BAD_INPUT", [`${path} is not as expected.`, ...lines, ...more].join("\n"));
}
