import { KubinError } from "@kubin/schema";
import { allCommands } from "../commands/all-commands.ts";
import { inert } from "../output/inert.ts";
import { commonOptions } from "./command.ts";
import { nearest } from "./nearest.ts";

/** What yargs says about a command line, before it is put in our words. */
export class UsageError extends Error {}

/** The sentence for a wrong command line: which word, what was meant perhaps, where help is. */
export function usageError(message: string, argv: readonly string[]): KubinError {
  const name = allCommands.find((one) => one.name === argv.find((word) => !word.startsWith("-")))?.name;
  const help = `\`kubin ${name === undefined ? "" : `${name} `}--help\` shows what there is.`;
  const unknown = /^Unknown (?<what>argument|command)s?: (?<words>.*)$/s.exec(message)?.groups;
  if (unknown?.words === undefined) return new KubinError("BAD_INPUT", `${sentence(message)}\n${help}`);
  const lines = unknown.words
    .split(", ")
    .slice(0, 3)
    .map((word) => describe({ word, name, argv }));
  return new KubinError("BAD_INPUT", `${lines.join("\n")}\n${help}`);
}

function describe(opts: { word: string; name: string | undefined; argv: readonly string[] }): string {
  const { word, name, argv } = opts;
  const option = argv.find((one) => new RegExp(`^--?${escaped(word)}(=|$)`).test(one))?.split("=")[0];
  if (option !== undefined) {
    const near = nearest(word, optionNames(name));
    return `There is no option ${inert(option)}.${near === undefined ? "" : ` Did you mean --${near}?`}`;
  }
  if (name !== undefined) return `${inert(word)} is one argument too many.`;
  const near = nearest(word, [...allCommands.map((one) => one.name), "completion"]);
  return `There is no command ${inert(word)}.${near === undefined ? "" : ` Did you mean ${near}?`}`;
}

function optionNames(name: string | undefined): string[] {
  const own = allCommands.find((one) => one.name === name);
  return [...Object.keys(commonOptions), "help", "version", ...Object.keys(own?.options ?? {})];
}

function sentence(message: string): string {
  const text = message.trim();
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
