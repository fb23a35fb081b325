import type { KnownNames } from "../redactor.ts";
import { type NameHit, type NameTrie, nameTrie } from "./name-trie.ts";
import { isWellKnownNamespace, type Pseudonyms } from "./pseudonyms.ts";
import { readAddress } from "./read-address.ts";

/** Marks of the redaction, as text or as its bytes, and pseudonyms: nothing in them is a name. */
const settled =
  /(?:‹|\xe2\x80\xb9)redacted:[a-z0-9:. -]{1,100}(?:›|\xe2\x80\xba)|ns-[0-9a-f]{10}(?![A-Za-z0-9_])|host-[0-9a-f]{10}(?![A-Za-z0-9_])/y;
const hostCharacter = /[A-Za-z0-9._-]/;

/**
 * Gives known namespaces and hosts and all addresses in a text their pseudonyms, in one pass. Names count where they
 * are whole words; "-" and "_" go on a namespace's word, since "prod" is not what "prod-api" means.
 */
export function textRenamer(names: KnownNames, pseudonyms: Pseudonyms): (text: string) => string {
  const trie = nameTrie({
    namespace: [...names.namespaces].filter((name) => !isWellKnownNamespace(name)),
    host: names.hosts,
    domain: names.domains,
  });
  return (text) => {
    let result = "";
    let last = 0;
    for (let at = 0; at < text.length; ) {
      const end = settledEnd(text, at);
      const found = end === undefined ? read(text, at, { trie, pseudonyms, from: last }) : undefined;
      if (found) {
        result += text.slice(last, found.start) + found.pseudonym;
        last = found.end;
      }
      at = end ?? found?.end ?? nextStart(text, at);
    }
    return last === 0 ? text : result + text.slice(last);
  };
}

interface Found {
  start: number;
  end: number;
  pseudonym: string;
}

interface Reading {
  trie: NameTrie;
  pseudonyms: Pseudonyms;
  /** What lies before has its pseudonym already. */
  from: number;
}

function read(text: string, at: number, { trie, pseudonyms, from }: Reading): Found | undefined {
  if (isAlphanumeric(text.charCodeAt(at - 1))) return undefined;
  const address = readAddress(text, at, pseudonyms);
  if (address) return { start: at, ...address };
  const hit = trie.longestAt(text, at, (one) => isWhole(text, at, one));
  if (!hit) return undefined;
  const name = text.slice(at, hit.end);
  if (hit.kind === "namespace") return { start: at, end: hit.end, pseudonym: pseudonyms.namespace(name) };
  let start = at;
  // Whatever host of a known domain: the labels before it too.
  if (hit.kind === "domain" && text[at - 1] === ".")
    while (start > from && hostCharacter.test(text[start - 1] ?? "")) start--;
  while (start < at && !isAlphanumeric(text.charCodeAt(start))) start++;
  return { start, end: hit.end, pseudonym: pseudonyms.host(text.slice(start, hit.end)) };
}

/** A host may stand behind or before a dash ("etcd-<node>"), unless it might be a word ("master"). */
function isWhole(text: string, at: number, { kind, end }: NameHit): boolean {
  if (isAlphanumeric(text.charCodeAt(end))) return false;
  const isPlainWord = kind === "namespace" || !/[0-9.]/.test(text.slice(at, end));
  return !isPlainWord || (!isJoin(text, at - 1) && !isJoin(text, end));
}

function isJoin(text: string, at: number): boolean {
  return text[at] === "-" || text[at] === "_";
}

function settledEnd(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at);
  if (code !== 0x2039 && code !== 0xe2 && code !== 0x6e && code !== 0x68) return undefined;
  settled.lastIndex = at;
  const match = settled.exec(text);
  return match ? at + match[0].length : undefined;
}

/** Behind this word, or this character, the next one that may begin something. */
function nextStart(text: string, from: number): number {
  let at = from;
  if (isAlphanumeric(text.charCodeAt(at))) while (isAlphanumeric(text.charCodeAt(at))) at++;
  else at++;
  while (at < text.length && !begins(text.charCodeAt(at))) at++;
  return at;
}

/** Letters, digits, ":" of an address, and the first character of a mark. */
function begins(code: number): boolean {
  return isAlphanumeric(code) || code === 0x3a || code === 0x2039 || code === 0xe2;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
