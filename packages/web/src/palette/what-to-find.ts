import type { KindCount } from "@kubin/schema";
import { fitOf, kindNames } from "./kind-names.ts";

/** What the server is asked for a text, and of which kinds the answer should be. */
export interface WhatToFind {
  text: string;
  kinds: readonly KindCount[];
}

/**
 * `cm settings` and `cm/settings`, as one writes it for kubectl, is the name of one kind; of `10.0.0.7:8080` and
 * `https://10.0.0.7:8443/health`, as logs tell an address, only the host is in the objects.
 */
export function whatToFind(typed: string, kinds: readonly KindCount[]): WhatToFind {
  const text = typed.trim();
  const host = hostOfUrl(text) ?? hostOfAddress(text);
  if (host !== undefined) return { text: host, kinds: [] };
  const [, word = "", rest = ""] = /^([^\s/]+)(?:\s+|\/)(\S+)$/.exec(text) ?? [];
  const named = word === "" ? [] : kinds.filter((kind) => fitOf(kindNames(kind), word.toLowerCase()) === 0);
  return named.length === 0 ? { text, kinds: [] } : { text: rest, kinds: named };
}

function hostOfUrl(text: string): string | undefined {
  const found = /^(?:https?|tcp):\/\/(?:[^\s/?#@]*@)?(?:\[([\da-f:.]+)\]|([^\s/?#@:[\]]+))(?::\d*)?(?:[/?#]\S*)?$/i;
  const [, address, host] = found.exec(text) ?? [];
  return address ?? host;
}

function hostOfAddress(text: string): string | undefined {
  const found = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(text) ?? /^\[([\da-f:]+)\]:\d{1,5}$/i.exec(text);
  return found?.[1];
}
