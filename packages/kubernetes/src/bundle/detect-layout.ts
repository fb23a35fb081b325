import { isKubinError, KubinError } from "@kubin/schema";
import type { BundleEntry, BundleSource } from "./bundle-source.ts";
import { classifyKubectlGet } from "./classify-kubectl-get.ts";
import { classifyMustGather } from "./classify-must-gather.ts";
import { foreignBytes, foreignLayout } from "./foreign-layouts.ts";
import type { Layout } from "./layout.ts";

/** Enough to see the first keys of a document. */
const headBytes = 64 * 1024;
/** A folder of `kubectl get` output is small; a must-gather proves itself long before. */
const maxEntries = 5000;

const lookedFor =
  "Kubin reads a must-gather or oc adm inspect (folder, .tar, .tar.gz) and the output of kubectl get -o json or -o yaml.";

/**
 * Tells which layout a source has, and reads no further than the first proof. Throws NOT_A_BUNDLE, which says what it
 * looks like and what was looked for.
 */
export async function detectLayout(source: BundleSource): Promise<{ layout: Layout }> {
  let entries = 0;
  let files = 0;
  let candidate = false;
  let looksLike: string | undefined;
  for await (const entry of source.entries()) {
    if (provesMustGather(entry)) return { layout: "must-gather" };
    const foreign = foreignLayout(entry.path);
    if (foreign) throw notABundle(source.name, `looks like ${foreign}, which this version does not read yet`);
    if (entry.kind === "file") {
      files++;
      const mayHoldObjects = classifyKubectlGet(entry.path).role === "objects";
      if (files === 1 || (mayHoldObjects && !candidate)) {
        const head = await headOf(entry);
        looksLike ??= foreignBytes(head);
        candidate = mayHoldObjects && isKubernetesText(head);
      }
    }
    if (++entries >= maxEntries) break;
  }
  if (candidate) return { layout: "kubectl-get" };
  if (looksLike && files === 1)
    throw notABundle(source.name, `is ${looksLike}, which this version does not open; unpack it first`);
  if (files === 0) throw notABundle(source.name, "holds no files that can be read");
  throw notABundle(source.name, files === 1 ? "is no bundle that Kubin knows" : "holds nothing that Kubin knows");
}

function notABundle(name: string, what: string): KubinError {
  return new KubinError("NOT_A_BUNDLE", `${name} ${what}. ${lookedFor}`);
}

/** Any file that only a must-gather has; documents and files that are not imported prove nothing. */
function provesMustGather(entry: BundleEntry): boolean {
  if (entry.kind !== "file" || foreignLayout(entry.path)) return false;
  if (!/(^|\/)(namespaces|cluster-scoped-resources)\//.test(entry.path)) return false;
  const { role } = classifyMustGather(entry.path);
  return role === "objects" || role === "log";
}

async function headOf(entry: BundleEntry): Promise<Uint8Array> {
  const head = new Uint8Array(headBytes);
  let filled = 0;
  try {
    for await (const chunk of entry.content()) {
      const piece = chunk.subarray(0, headBytes - filled);
      head.set(piece, filled);
      filled += piece.length;
      if (filled === headBytes) break;
    }
  } catch (error) {
    if (isKubinError(error, "CANCELLED")) throw error;
  }
  return head.subarray(0, filled);
}

/** JSON or YAML with an apiVersion, or the array and list forms of it, within the first bytes. */
function isKubernetesText(head: Uint8Array): boolean {
  const wide = head[0] === 0xff && head[1] === 0xfe;
  const text = new TextDecoder(wide ? "utf-16le" : "utf-8").decode(head);
  if (/^\s*[{[]/.test(text)) return /"(apiVersion|kind|items)"\s*:/.test(text);
  return /^(- )?(apiVersion|kind):\s*\S/m.test(text);
}
