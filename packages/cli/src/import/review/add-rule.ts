import { isKubinError, type RedactionRules } from "@kubin/schema";
import { appendRule } from "../../config/append-rule.ts";
import { type Io, tell } from "../../io.ts";
import { inert } from "../../output/inert.ts";
import { ask } from "../../prompt/ask.ts";
import { describeError } from "../../usage/describe-error.ts";
import type { ImportJob } from "../import-job.ts";

const noRules: RedactionRules = { rules: [], exceptions: [] };

/** Asks for a rule or an exception and writes it to the file of own rules. Returns the rules there are then. */
export async function addRule({ io, rulesFile, redaction }: ImportJob): Promise<RedactionRules> {
  const before = redaction.rules ?? noRules;
  try {
    const kind = await ask(io, "A rule takes more out, an exception leaves something in. Which one? [r/e] ");
    if (kind !== "r" && kind !== "e") return before;
    const section = kind === "r" ? "rules" : "exceptions";
    const item = section === "rules" ? { name: await ask(io, "Name (a-z, 0-9, -): ") } : await ruleOf(io);
    const rules = await appendRule({ path: rulesFile, section, item: { ...item, ...(await what(io)) } });
    tell(io, `Added to ${inert(rulesFile)}.`);
    return rules;
  } catch (error) {
    if (!isKubinError(error) || error.code === "CANCELLED") throw error;
    tell(io, describeError(error));
    await ask(io, "Nothing was added. Enter goes back to the review. ");
    return before;
  }
}

async function ruleOf(io: Io): Promise<{ rule?: string }> {
  const rule = await ask(io, "Exception from which rule? (empty: from all) ");
  return rule === "" ? {} : { rule };
}

async function what(io: Io): Promise<{ pattern: string } | { keys: string[] }> {
  const pattern = await ask(io, "Pattern of the value (RE2; empty: by names of keys instead): ");
  if (pattern !== "") return { pattern };
  const keys = await ask(io, "Names of keys, with commas; * stands for any characters: ");
  return {
    keys: keys
      .split(",")
      .map((key) => key.trim())
      .filter((key) => key !== ""),
  };
}
