import { isLiteralSecret } from "./literal-value.ts";
import { redactArguments } from "./redact-arguments.ts";
import { mayNameSecret } from "./secret-name.ts";
import { below, type Spot, takeOut } from "./spot.ts";

/**
 * Masks values of arguments in a list of texts, which may be the words of a command; other lists stay as they are.
 * `command` are the words before these, where a container has command and args.
 */
export function redactCommand(
  words: readonly string[],
  spot: Spot,
  command: readonly string[] = [],
): readonly string[] {
  const all = [...command, ...words];
  if (!words.some((word) => word.startsWith("-") || word.includes("="))) return words;
  if (!all.some((word) => mayNameSecret(word) || /^-[a-z]/.test(word))) return words;
  const { own, nameSays } = spot.reading.rules;
  const masked = redactArguments(all, {
    nameSays: (name) => (own.ruleFor(name) === undefined ? nameSays(name) : "password"),
    mask(name, value, index) {
      if (index < command.length) return undefined;
      const ownRule = own.ruleFor(name);
      const rule = ownRule ?? "argument";
      if (ownRule === undefined && !isLiteralSecret(value, nameSays(name))) return undefined;
      if (own.keeps({ rule, key: name, value })) return undefined;
      return takeOut(below(spot, index - command.length), { rule, secret: value });
    },
  });
  return masked.slice(command.length);
}

export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
}
