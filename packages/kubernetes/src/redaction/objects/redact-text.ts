import { parseDataUrl } from "./data-url.ts";
import { beginsText, decodeBase64, decodeText } from "./decode-base64.ts";
import { isMask } from "./known-mask.ts";
import { isLiteralSecret, isShellExpansion } from "./literal-value.ts";
import { redactCommandLine } from "./redact-arguments.ts";
import { redactSettings, type SettingRules } from "./redact-settings.ts";
import { scanText } from "./scan-text.ts";
import { mayNameSecret } from "./secret-name.ts";
import { type Spot, type Taken, takeOut, tellTaken, within } from "./spot.ts";

/** JSON in base64 in JSON: what lies deeper is searched as a text alone. */
const maxNesting = 5;
/** A larger text in a string is searched line by line alone. */
const maxParsed = 4 * 1024 * 1024;
/** gzip, zip, zstd, xz, bzip2: nothing that could be searched in one step. */
const packed = /^(H4sI|UEsDB|KLUv\/|\/Td6WFo|QlpoO)/;

export interface TextOptions {
  /** Name of the field, for the exceptions by key. */
  key: string;
  /** A value of a ConfigMap: the configuration of a program. */
  isConfig: boolean;
  /** Redacts what a text holds as JSON. */
  redactParsed(value: unknown, spot: Spot): unknown;
}

/** A text of an object with marks in the place of secrets: in itself, in the JSON, base64 or settings that it holds. */
export function redactText(text: string, spot: Spot, opts: TextOptions): string {
  if (text.length < 3 || isMask(text)) return text;
  if (spot.reading.nesting < maxNesting) {
    const inside = /^\s*[{[]/.test(text) ? redactJson(text, spot, opts) : redactEncoded(text, spot, opts);
    if (inside !== undefined) return inside;
  }
  return scanText(mayNameSecret(text) ? redactNamed(text, spot, opts) : text, spot, { key: opts.key });
}

/** Values of settings and arguments whose names say that they are secrets. */
function redactNamed(text: string, spot: Spot, opts: TextOptions): string {
  const rules = settingRules(spot, opts);
  if (opts.isConfig || text.includes("\n")) return redactSettings(text, rules);
  return text.includes("=") || text.includes(" -") ? redactCommandLine(text, rules) : text;
}

function settingRules(spot: Spot, { isConfig }: TextOptions): SettingRules {
  const { own, nameSays } = spot.reading.rules;
  return {
    isConfig,
    nameSays: (name) => (own.ruleFor(name) === undefined ? nameSays(name) : "password"),
    mask(name, value) {
      const ownRule = own.ruleFor(name);
      const rule = ownRule ?? (isConfig ? "config-value" : "setting");
      if (value === "" || isMask(value) || isShellExpansion(value)) return undefined;
      if (ownRule === undefined && !isLiteralSecret(value, nameSays(name))) return undefined;
      // Components log `secret="namespace/name"`, which names one.
      if (!isConfig && /^secrets?$/i.test(name) && /^[a-z0-9.-]+(\/[a-z0-9.-]+)?$/.test(value)) return undefined;
      return own.keeps({ rule, key: name, value }) ? undefined : takeOut(spot, { rule, secret: value });
    },
    maskSecretData(value, isBase64) {
      const bytes = (isBase64 ? decodeBase64(value) : undefined) ?? new TextEncoder().encode(value);
      const mark = spot.reading.rules.marks.ofLength("secret", bytes);
      tellTaken(spot, { rule: "secret", before: decodeText(bytes) ?? value, mark });
      return mark;
    },
  };
}

/** Undefined where it is no JSON, or where nothing in it was taken out: then the text is searched as it is. */
function redactJson(text: string, spot: Spot, opts: TextOptions): string | undefined {
  if (text.length > maxParsed) return undefined;
  const parsed = parseJson(text);
  if (!parsed) return undefined;
  const taken: Taken[] = [];
  const value = opts.redactParsed(
    parsed.value,
    within(spot, (one) => taken.push(one)),
  );
  if (taken.length === 0) return undefined;
  for (const one of taken) spot.reading.tell(one);
  return JSON.stringify(value, undefined, indentOf(text));
}

/** Base64 and data URLs whose content holds a secret, or cannot be searched. */
function redactEncoded(text: string, spot: Spot, opts: TextOptions): string | undefined {
  const url = text.startsWith("data:") ? parseDataUrl(text) : undefined;
  if (url) {
    const content = decodeText(url.bytes);
    if (content === undefined)
      return packed.test(url.base64) ? takeOut(spot, { rule: "packed", secret: text }) : undefined;
    const redacted = redactText(content, within(spot, spot.reading.tell), { ...opts, isConfig: true });
    return redacted === content
      ? undefined
      : `data:,${encodeURIComponent(redacted).replace(/%E2%80%B9redacted%3A([a-z0-9%-]{1,90})%E2%80%BA/gi, decodeURIComponent)}`;
  }
  if (!mayBeBase64(text)) return undefined;
  if (packed.test(text) && text.length >= 24) return takeOut(spot, { rule: "packed", secret: text });
  const bytes = decodeBase64(text);
  const content = bytes && decodeText(bytes);
  if (content === undefined) return undefined;
  const taken: Taken[] = [];
  redactText(
    content,
    within(spot, (one) => taken.push(one)),
    { ...opts, isConfig: true },
  );
  const [first] = taken;
  return first && takeOut(spot, { rule: first.rule, secret: content });
}

/** Its beginning is decoded before the whole: most texts of such characters are names. */
function mayBeBase64(text: string): boolean {
  if (text.length < 24 || !/^[A-Za-z0-9+/_-]{24}/.test(text)) return false;
  if (packed.test(text)) return true;
  const start = decodeBase64(text.slice(0, 24));
  return start !== undefined && beginsText(start);
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** As the text itself is indented: 0 for one line. */
function indentOf(text: string): number {
  return /^\s*[{[]\r?\n( {1,8})/.exec(text)?.[1]?.length ?? 0;
}
