import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { detached } from "../../bundle/detached.ts";

/** Stands for names and addresses. Equal ones get equal pseudonyms under the same key, in every part and snapshot. */
export interface Pseudonyms {
  /** An RFC 1123 label; namespaces of Kubernetes and OpenShift themselves keep their names, and so do pseudonyms. */
  namespace(name: string): string;
  host(name: string): string;
  /** Of the reserved block 240.0.0.0/4 (RFC 1112 §4): still an address to whatever reads it, and never a real one. */
  v4(bytes: Uint8Array): string;
  /** Of the block for documentation, 2001:db8::/32 (RFC 3849). */
  v6(address: string): string;
}

const maxKnown = 100_000;
/** 40 bits: two of 10,000 names are equal with a chance of 1 in 20,000. */
const nameBytes = 5;

/** `hosts`: all that are known. "node1.example.com" is called as "node1" is, where that is the name of a host too. */
export function createPseudonyms(key: Uint8Array, hosts: ReadonlySet<string>): Pseudonyms {
  const known = new Map<string, string>();
  const hash = (kind: string, text: string) =>
    hmac(sha256, key, new TextEncoder().encode(`kubin pseudonym ${kind} ${text}`));
  const remembered = (kind: string, text: string, make: (bytes: Uint8Array) => string): string => {
    const id = `${kind} ${text}`;
    const found = known.get(id);
    if (found !== undefined) return found;
    const made = make(hash(kind, text));
    if (known.size >= maxKnown) known.clear();
    known.set(detached(id), made);
    return made;
  };
  const named = (prefix: string) => (bytes: Uint8Array) => `${prefix}-${bytesToHex(bytes.subarray(0, nameBytes))}`;
  return {
    namespace(name) {
      if (name === "" || isWellKnownNamespace(name) || /^ns-[0-9a-f]{10}$/.test(name)) return name;
      return remembered("namespace", name, named("ns"));
    },
    host(name) {
      if (name === "" || /^host-[0-9a-f]{10}$/.test(name)) return name;
      const short = name.slice(0, name.indexOf("."));
      return remembered("host", (hosts.has(short) ? short : name).toLowerCase(), named("host"));
    },
    v4: (address) =>
      remembered("v4", address.join("."), ([a = 0, b = 0, c = 0, d = 0]) => [240 + (a % 15), b, c, d].join(".")),
    v6: (address) =>
      remembered("v6", address.toLowerCase(), (bytes) => {
        const groups = bytesToHex(bytes.subarray(0, 12)).match(/.{4}/g) ?? [];
        return ["2001", "db8", ...groups].join(":");
      }),
  };
}

/** Named by Kubernetes and OpenShift: they tell nothing of their owner, and readers look for them. */
export function isWellKnownNamespace(name: string): boolean {
  return name === "default" || name === "openshift" || name.startsWith("kube-") || name.startsWith("openshift-");
}
