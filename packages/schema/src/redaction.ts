import { z } from "zod";

const RuleName = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, "expected a-z, 0-9 and dashes, at most 40");
/** RE2 syntax: linear time, so without look-around and back-references. */
const Pattern = z.string().min(1).max(1000);
/** Names of fields, keys, environment variables, annotations; any case; `*` stands for any characters. */
const Keys = z.array(z.string().min(1).max(253)).min(1).max(200);

/** The section `redaction` of a `.kubin.yaml`: own rules beside the built-in ones, and exceptions from both. */
export const RedactionRules = z.strictObject({
  rules: z
    .array(
      z
        .strictObject({ name: RuleName, pattern: Pattern.optional(), keys: Keys.optional() })
        .refine((rule) => rule.pattern !== undefined || rule.keys !== undefined, "expected pattern or keys"),
    )
    .max(200)
    .default([]),
  exceptions: z
    .array(
      z
        .strictObject({ rule: RuleName.optional(), pattern: Pattern.optional(), keys: Keys.optional() })
        .refine((one) => one.pattern !== undefined || one.keys !== undefined, "expected pattern or keys"),
    )
    .max(200)
    .default([]),
});
export type RedactionRules = z.infer<typeof RedactionRules>;
