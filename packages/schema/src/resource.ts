import { z } from "zod";
import { Amounts } from "./amounts.ts";
import { PageRequest } from "./page.ts";
import { SnapshotId } from "./snapshot.ts";

/** "" for core. */
export const Group = z.string().max(253);
export const Plural = z.string().min(1).max(253);
const ObjectName = z.string().min(1).max(253);

/** Names one object of a snapshot. `namespace` "" = cluster-scoped. */
export const ResourceRef = z.object({
  snapshotId: SnapshotId,
  group: Group,
  plural: Plural,
  namespace: z.string().max(63),
  name: ObjectName,
});
export type ResourceRef = z.infer<typeof ResourceRef>;

/** ok: as it should be; warning: look at it; failing: does not do its work; unknown: the object does not tell. */
export const Health = z.enum(["ok", "warning", "failing", "unknown"]);
export type Health = z.infer<typeof Health>;

/** A column as `kubectl get` shows it. `age` cells hold the ISO time itself; the reader shows it relative to the capture. */
export const Column = z.object({
  name: z.string(),
  type: z.enum(["text", "number", "age"]),
  /** Only with `-o wide`. */
  wide: z.boolean(),
});
export type Column = z.infer<typeof Column>;

export const Cell = z.union([z.string(), z.number(), z.null()]);
export type Cell = z.infer<typeof Cell>;

export const ResourceRow = z
  .object({
    group: Group,
    version: z.string(),
    kind: z.string(),
    plural: Plural,
    namespace: z.string(),
    name: z.string(),
    uid: z.string().optional(),
    createdAt: z.iso.datetime({ offset: true }).optional(),
    labels: z.record(z.string(), z.string()),
    health: Health,
    /** Why, in words; "" when all is well. */
    reason: z.string(),
    /** One a column, in the order of the page's `columns`. */
    cells: z.array(Cell),
  })
  .meta({ id: "ResourceRow" });
export type ResourceRow = z.infer<typeof ResourceRow>;

export const ResourceFilter = z.object({
  group: Group.optional(),
  plural: Plural.optional(),
  namespaces: z.array(z.string().max(63)).max(200).optional(),
  /** Kubernetes label selector: `app=web,tier!=cache,env in (a,b),!legacy`. */
  selector: z.string().max(2000).optional(),
  /** Exact name. */
  name: ObjectName.optional(),
  health: z.array(Health).max(4).optional(),
  /** Part of name, label, annotation or image, any case. */
  text: z.string().max(500).optional(),
});
export type ResourceFilter = z.infer<typeof ResourceFilter>;

export const ListResources = PageRequest.extend({
  snapshotId: SnapshotId,
  filter: ResourceFilter.default({}),
  /** name: namespace and name; health: failing first, then name; newest: created last first. */
  order: z.enum(["name", "health", "newest"]).default("name"),
  /** More than other pages: a reader that filters and sorts by itself takes all objects of a kind in a few answers. */
  limit: z.coerce.number().int().min(1).max(5000).default(100),
});
export type ListResources = z.infer<typeof ListResources>;

export const ResourcePage = z
  .object({
    columns: z.array(Column),
    items: z.array(ResourceRow),
    /** Objects that match the filter, over all pages. */
    total: z.int(),
    nextCursor: z.string().optional(),
  })
  .meta({ id: "ResourcePage" });
export type ResourcePage = z.infer<typeof ResourcePage>;

export const KindCount = z
  .object({
    group: Group,
    version: z.string(),
    kind: z.string(),
    plural: Plural,
    namespaced: z.boolean(),
    total: z.int(),
    failing: z.int(),
    warning: z.int(),
  })
  .meta({ id: "KindCount" });
export type KindCount = z.infer<typeof KindCount>;

/** How another object stands to this one. */
export const RelatedObject = ResourceRow.omit({ labels: true })
  .extend({
    /** As `columnsOf` of the kubernetes package names them; [] where it was not captured or the kind is custom. */
    cells: z.array(Cell),
    relation: z.enum(["owner", "child", "selects", "selected-by", "uses", "used-by", "node", "binds"]),
    /** False: this object names it, and the capture does not hold it. */
    captured: z.boolean(),
    /** Of pods on the node that was asked for: what they ask for and may use. Absent where they are over. */
    amounts: z.object({ requests: Amounts, limits: Amounts }).optional(),
    /** Of pods in trouble of the workload that was asked for: when one of their containers last began anew. */
    lastRestartAt: z.iso.datetime({ offset: true }).optional(),
    /** Of slices and Endpoints of the service that was asked for: where each of its ports leads. */
    endpoints: z
      .array(
        z.object({
          /** Name of the port; absent where the addresses are of no port. */
          port: z.string().optional(),
          /** `ip:port`, the first three. */
          addresses: z.array(z.string()),
          total: z.int(),
        }),
      )
      .optional(),
  })
  .meta({ id: "RelatedObject" });
export type RelatedObject = z.infer<typeof RelatedObject>;

export const EventRow = z
  .object({
    namespace: z.string(),
    name: z.string(),
    type: z.string(),
    reason: z.string(),
    message: z.string(),
    count: z.int(),
    firstAt: z.iso.datetime({ offset: true }).optional(),
    lastAt: z.iso.datetime({ offset: true }).optional(),
    source: z.string(),
    about: z.object({
      group: Group,
      kind: z.string(),
      namespace: z.string(),
      name: z.string(),
      uid: z.string().optional(),
    }),
  })
  .meta({ id: "EventRow" });
export type EventRow = z.infer<typeof EventRow>;

export const ListEvents = PageRequest.extend({
  snapshotId: SnapshotId,
  namespaces: z.array(z.string().max(63)).max(200).optional(),
  type: z.string().max(50).optional(),
  /** Part of reason, message or object name, any case. */
  text: z.string().max(500).optional(),
  /** Seen last at or after this moment; events without a time are left out. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Seen last before this moment; events without a time are left out. */
  to: z.iso.datetime({ offset: true }).optional(),
  /** Only events about this object. */
  about: z.object({ kind: z.string().max(253), namespace: z.string().max(63), name: ObjectName }).optional(),
});
export type ListEvents = z.infer<typeof ListEvents>;

export const EventPage = z
  .object({ items: z.array(EventRow), total: z.int(), nextCursor: z.string().optional() })
  .meta({ id: "EventPage" });
export type EventPage = z.infer<typeof EventPage>;

/** Everything the object page needs in one answer. */
export const ResourceDetail = z
  .object({
    row: ResourceRow,
    columns: z.array(Column),
    /** The object as captured and redacted. */
    object: z.record(z.string(), z.unknown()),
    related: z.array(RelatedObject),
    /** Newest first, at most 200. */
    events: z.array(EventRow),
  })
  .meta({ id: "ResourceDetail" });
export type ResourceDetail = z.infer<typeof ResourceDetail>;
