import { readFile, writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { isKubinError, KubinError, type RedactionRules } from "@kubin/schema";
import { insertItem } from "./insert-item.ts";
import { projectRules } from "./project-config.ts";

/** One rule or exception, as typed: the schema says what is wrong with it. */
interface NewItem {
  name?: string;
  rule?: string;
  pattern?: string;
  keys?: string[];
}

interface AppendRule {
  /** A `.kubin.yaml`; made where there is none. */
  path: string;
  section: "rules" | "exceptions";
  item: NewItem;
}

/**
 * Writes a rule or an exception into a `.kubin.yaml`, before those that are there, and leaves its comments where they
 * are as far as that is possible. Returns all rules. Throws BAD_INPUT with what is wrong, then nothing was written.
 */
export async function appendRule({ path, section, item }: AppendRule): Promise<RedactionRules> {
  const text = await readFile(path, "utf8").catch(() => "");
  const before = await projectRules({ path, text });
  const { dump } = await import("js-yaml");
  const whole = dump({ redaction: { ...before, [section]: [item, ...before[section]] } });
  // What is wrong with the item is told by the document that is made from data alone.
  const wanted = await projectRules({ path, text: whole });
  const careful = insertItem({ text, section, item: dump([item]) });
  const same = await projectRules({ path, text: careful }).then(
    (rules) => isDeepStrictEqual(rules, wanted),
    (error: unknown) => {
      if (!isKubinError(error)) throw error;
      return false;
    },
  );
  // A pattern that is no RE2 is told before it is written.
  await (await import("@kubin/kubernetes")).createRedactor({ key: new Uint8Array(32), rules: wanted });
  await write(path, same ? careful : whole);
  return wanted;
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new KubinError("BAD_INPUT", `${path} cannot be written: ${why}`, { cause: error });
  }
}
