import { detached } from "../../bundle/detached.ts";
import { isObject, type JsonObject, objectAt, textAt } from "../../bundle/json-object.ts";
import { groupOf } from "../../bundle/kinds.ts";
import type { KnownNames } from "../redactor.ts";

export interface NameFinder {
  namespace(name: string): void;
  object(object: JsonObject): void;
  names(): KnownNames;
}

/** More names than a cluster can have; a bundle made to fill memory may. */
const maxNames = 200_000;
const maxDepth = 200;
const namespaceName = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const hostName = /^[A-Za-z0-9]([-A-Za-z0-9.]{0,251}[A-Za-z0-9])?$/;
const onlyDigits = /^[0-9.]+$/;
/** Names that every cluster has. */
const common = /^(localhost|kubernetes)$|(^|\.)(svc|cluster\.local|localdomain|in-addr\.arpa)$/;

/** Gathers the names of a cluster from its objects, for pseudonyms. */
export function nameFinder(): NameFinder {
  const found = { namespaces: new Set<string>(), hosts: new Set<string>(), domains: new Set<string>() };
  const nodes = new Set<string>();
  const add = (set: Set<string>, name: string) => {
    if (set.size < maxNames && !set.has(name)) set.add(detached(name));
  };
  const sink: Sink = {
    namespace: (name) => {
      if (namespaceName.test(name)) add(found.namespaces, name);
    },
    node: (name) => {
      if (isHost(name)) add(nodes, name);
    },
    host: (name) => {
      const bare = name.replace(/^\*\./, "");
      if (bare.includes(".") && isHost(bare)) add(bare === name ? found.hosts : found.domains, bare);
    },
    domain: (name) => {
      if (name.includes(".") && isHost(name)) add(found.domains, name);
    },
  };
  return {
    namespace: sink.namespace,
    object(object) {
      byKind(object, sink);
      walk(object, { sink, key: "", depth: 0 });
    },
    names: () => ({ ...found, hosts: new Set([...found.hosts, ...nodes, ...shortNames(nodes)]) }),
  };
}

interface Sink {
  namespace(name: string): void;
  /** Of a machine: may be one word. */
  node(name: string): void;
  /** Has a dot, or it may be anything. */
  host(name: string): void;
  domain(name: string): void;
}

function isHost(name: string): boolean {
  return hostName.test(name) && !onlyDigits.test(name) && !common.test(name);
}

function byKind(object: JsonObject, sink: Sink): void {
  const name = textAt(object.metadata, "name");
  const status = objectAt(object, "status");
  switch (object.kind) {
    case "Namespace":
      sink.namespace(name);
      break;
    case "Project":
      // OpenShift calls the settings for all projects so too, in another group.
      if (groupOf(textAt(object, "apiVersion")) === "project.openshift.io") sink.namespace(name);
      break;
    case "Node":
    case "Machine":
    case "BareMetalHost":
      sink.node(name);
      break;
    case "Infrastructure":
      sink.node(textAt(status, "infrastructureName"));
      sink.domain(textAt(status, "etcdDiscoveryDomain"));
      break;
    case "DNS":
      clusterDomain(textAt(object.spec, "baseDomain"), sink);
      break;
    case "Ingress":
      sink.domain(textAt(object.spec, "domain"));
  }
}

/** Its first label is the name of the cluster, the rest the domain of its owner. */
function clusterDomain(domain: string, sink: Sink): void {
  const dot = domain.indexOf(".");
  sink.domain(domain);
  if (dot === -1) return;
  sink.domain(domain.slice(dot + 1));
  sink.node(domain.slice(0, dot));
}

interface Field {
  sink: Sink;
  key: string;
  depth: number;
}

const nodeKeys = new Set(["nodeName", "kubernetes.io/hostname"]);
const hostKeys = new Set(["host", "hosts", "hostname", "hostnames", "internalDNS", "externalName"]);

function walk(value: unknown, { sink, key, depth }: Field): void {
  if (typeof value === "string") {
    if (key === "namespace" || key === "namespaces" || key.endsWith("Namespace")) sink.namespace(value);
    else if (nodeKeys.has(key)) sink.node(value);
    if (hostKeys.has(key)) sink.host(value);
    else if (/(Url|URL|server)$/.test(key))
      sink.host(/^https?:\/\/([^/:@?#\s]{1,253})(?=[/:?#]|$)/.exec(value)?.[1] ?? "");
    return;
  }
  if (depth > maxDepth) return;
  if (Array.isArray(value)) for (const item of value) walk(item, { sink, key, depth: depth + 1 });
  if (!isObject(value)) return;
  // Addresses of nodes: { type: "InternalDNS", address: … }.
  if (/^(Hostname|InternalDNS|ExternalDNS)$/.test(textAt(value, "type"))) sink.node(textAt(value, "address"));
  for (const [name, inner] of Object.entries(value))
    if (name !== "managedFields") walk(inner, { sink, key: name, depth: depth + 1 });
}

/** Logs call nodes by their first label too; those without a digit may be any word. */
function* shortNames(nodes: ReadonlySet<string>): Generator<string> {
  for (const node of nodes) {
    const short = node.slice(0, node.indexOf("."));
    if (node.includes(".") && /[0-9]/.test(short) && short.length >= 4) yield detached(short);
  }
}
