import type { KindCount } from "@kubin/schema";
import { fitOf, kindNames } from "./kind-names.ts";

/** What the server is asked for a text, and of which kinds the answer should be. */
export interface WhatToFind {
  text: string;
  kinds: readonly KindCount[];
}

/**
 * `cm settings` and `cm/settings`, as one writes it for kubectl, is the name of one kind; of `10.0.0.7:8080`, as logs
 * tell an address, only the first half is in the objects.
 */
export function whatToFind(typed: string, kinds: readonly KindCount[]): WhatToFind {
  const text = typed.trim();
  const address = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(text) ?? /^\[([\da-f:]+)\]:\d{1,5}$/i.exec(text);
  if (address?.[1]) return { text: address[1], kinds: [] };
  const [, word = "", rest = ""] = /^([^\s/]+)(?:\s+|\/)(\S+)$/.exec(text) ?? [];
  const named = word === "" ? [] : kinds.filter((kind) => fitOf(kindNames(kind), word.toLowerCase()) === 0);
  return named.length === 0 ? { text, kinds: [] } : { text: rest, kinds: named };
}
