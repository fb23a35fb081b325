import { isMask } from "./known-mask.ts";
import { parseSetting, type Setting } from "./parse-setting.ts";
import { type ArgumentRules, redactCommandLine } from "./redact-arguments.ts";
import { mayNameSecret } from "./secret-name.ts";

export interface SettingRules extends ArgumentRules {
  /** As in a command; the number of the word says nothing here. */
  mask(name: string, value: string): string | undefined;
  /** What goes in the place of a value of a Secret that is written out in the text. */
  maskSecretData(value: string, isBase64: boolean): string;
  /** The text is the configuration of a program: values may be sentences. In other texts they are one word. */
  isConfig: boolean;
}

const secretKind = /^[\s"'-]*kind["']?\s*:\s*["']?secret(list)?\b/im;
const element = /<([A-Za-z_][\w.:-]{0,80})>([^<>]{1,2000})<\//g;
/** redis.conf, .netrc, HAProxy: name and value with a space between. */
const spaced = /^\s*(?:requirepass|masterauth|password|passwd|insecure-password|secret)[ \t]+(\S+)\s*$/i;

/**
 * Masks values of settings in a text of lines: YAML, .env, .properties, INI, XML, JSON that cannot be parsed, scripts;
 * also values of Secrets that a manifest in it holds. The number of lines stays.
 */
export function redactSettings(text: string, rules: SettingRules): string {
  const lines = text.split("\n");
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && !lines[to]?.startsWith("---")) to++;
    redactSection(lines, { from, to, rules });
    from = to;
  }
  return lines.join("\n");
}

interface Section {
  from: number;
  to: number;
  rules: SettingRules;
}

/** One YAML document, or a whole text of another kind. Changes `lines`. */
function redactSection(lines: string[], { from, to, rules }: Section): void {
  const holdsSecret = lines.slice(from, to).some((line) => secretKind.test(line));
  /** Column of the `data` whose values are being read, and whether they are base64. */
  let data: { indent: number; isBase64: boolean } | undefined;
  /** `name: X` whose `value:` may follow; an option whose value may be the next item. */
  let named: { name: string; indent: number } | undefined;
  let option = "";
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? "";
    if (!data && !named && option === "" && !holdsSecret && !mayNameSecret(line)) continue;
    if (line.trim() === "") continue;
    const setting = parseSetting(line);
    const column = line.length - line.trimStart().length;
    if (data && column <= data.indent) data = undefined;
    const mask = maskOf(setting, { data, named, rules });
    if (setting && mask) {
      at = maskValue(lines, { at, to, setting, mask });
      named = undefined;
      continue;
    }
    const item = setting ? "" : line.trim().replace(/^-\s+/, "");
    if (option !== "" && line.trimStart().startsWith("- "))
      lines[at] = line.replace(item, () => rules.mask(option, item) ?? item);
    else lines[at] = redactRest(line, { setting, rules });
    option =
      rules.nameSays(item.replace(/^["']?--?/, "")) !== "nothing" && /^["']?-/.test(item) && !item.includes(" ")
        ? item
        : "";
    if (!setting) continue;
    const value = line.slice(setting.start, setting.end);
    if (holdsSecret && /^(data|stringData)$/.test(setting.name) && value === "")
      data = { indent: setting.indent, isBase64: setting.name === "data" };
    if (/^(name|key)$/.test(setting.name) && rules.nameSays(value) !== "nothing")
      named = { name: value, indent: setting.indent };
    else if (named && setting.indent <= named.indent && setting.name !== "value") named = undefined;
  }
}

type Mask = (value: string) => string | undefined;

interface Around {
  data: { indent: number; isBase64: boolean } | undefined;
  named: { name: string; indent: number } | undefined;
  rules: SettingRules;
}

/** How the value of this line is masked, where it may be a secret. */
function maskOf(setting: Setting | undefined, { data, named, rules }: Around): Mask | undefined {
  if (!setting) return undefined;
  if (data && setting.indent > data.indent)
    return (value) => (value === "" || isMask(value) ? undefined : rules.maskSecretData(value, data.isBase64));
  if (named && setting.name === "value" && setting.indent === named.indent)
    return (value) => rules.mask(named.name, value);
  if (rules.nameSays(setting.name) === "nothing") return undefined;
  return (value) => {
    const isWord = !/\s/.test(value);
    return rules.isConfig || isWord ? rules.mask(setting.name, value) : undefined;
  };
}

interface Value {
  at: number;
  to: number;
  setting: Setting;
  mask: Mask;
}

/** Masks a value, with the lines it goes on in; gives the last line of it. */
function maskValue(lines: string[], { at, to, setting, mask }: Value): number {
  const line = lines[at] ?? "";
  const value = line.slice(setting.start, setting.end);
  const isBlock = value === "" || /^[|>][-+\d]{0,3}$/.test(value);
  const isOpen = setting.open !== "" || line.trimEnd().endsWith("\\");
  if (!isBlock && !isOpen) {
    const masked = mask(value);
    if (masked !== undefined) lines[at] = line.slice(0, setting.start) + masked + line.slice(setting.end);
    return at;
  }
  const last = isBlock ? endOfBlock(lines, { at, to, setting }) : endOfOpen(lines, { at, to, quote: setting.open });
  const inner = lines.slice(at + 1, last + 1).map((one) => one.trim());
  const whole = isBlock ? inner.join("\n").trim().replace(/^- /, "") : [value, ...inner].join("\n");
  const masked = whole === "" ? undefined : mask(whole);
  if (masked === undefined) return at;
  const first = isBlock ? at + 1 : at;
  const indent = /^\s*(- )?/.exec(lines[first] ?? "")?.[0] ?? "";
  lines[first] = isBlock ? indent + masked : line.slice(0, setting.start) + masked + setting.open;
  for (let next = first + 1; next <= last; next++) lines[next] = "";
  return last;
}

/** The lines that are further in than the name: a block, or a list of words; fields are looked at one by one. */
function endOfBlock(lines: string[], { at, to, setting }: Omit<Value, "mask">): number {
  const isScalar = lines[at]?.slice(setting.start, setting.end) !== "";
  const column = (line: string) => line.length - line.trimStart().length;
  let last = at;
  for (let next = at + 1; next < to; next++) {
    const line = lines[next] ?? "";
    if (line.trim() === "") continue;
    const isItem = /^\s*- /.test(line);
    if (column(line) < setting.indent || (column(line) === setting.indent && (isScalar || !isItem))) break;
    if (!isScalar && (parseSetting(line) || (!/^\s/.test(line) && !isItem))) break;
    last = next;
  }
  return last;
}

/** To the closing quote, or to the last line that a backslash continues. */
function endOfOpen(lines: string[], { at, to, quote }: { at: number; to: number; quote: string }): number {
  for (let next = at + 1; next < to; next++) {
    const line = lines[next] ?? "";
    if (quote === "" ? !line.trimEnd().endsWith("\\") : line.includes(quote)) return next;
  }
  // A quote without an end is no quote.
  return quote === "" ? to - 1 : at;
}

/** What is no setting with a secret name: arguments, XML, and what a value itself may hold. */
function redactRest(line: string, { setting, rules }: { setting: Setting | undefined; rules: SettingRules }): string {
  const found = rules.isConfig ? spaced.exec(line)?.[1] : undefined;
  if (found !== undefined) return line.replace(found, () => rules.mask("password", found) ?? found);
  const inElements = line.includes("</")
    ? line.replace(element, (whole, name: string, value: string) => {
        const mask = rules.mask(name, value);
        return mask === undefined ? whole : `<${name}>${mask}</`;
      })
    : line;
  const start = setting?.start ?? 0;
  return inElements.slice(0, start) + redactCommandLine(inElements.slice(start), rules);
}
