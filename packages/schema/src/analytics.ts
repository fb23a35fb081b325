import { z } from "zod";
import { Amounts } from "./amounts.ts";
import { Health, ResourceRow } from "./resource.ts";
import { SnapshotId, SnapshotRef } from "./snapshot.ts";

/** What a node has, what its pods ask for and may use, and what was used at capture. */
export const NodeAllocation = z
  .object({
    name: z.string(),
    health: Health,
    /** Why, in words; "" when all is well. */
    reason: z.string(),
    /** Absent where the node's object does not tell. */
    allocatable: Amounts.extend({ pods: z.int() }).optional(),
    /** Sums over pods that are assigned to it and not over (Succeeded, Failed), as the scheduler counts them. */
    requests: Amounts,
    limits: Amounts,
    pods: z.int(),
    /** Absent where no metrics were captured. */
    usage: Amounts.optional(),
  })
  .meta({ id: "NodeAllocation" });
export type NodeAllocation = z.infer<typeof NodeAllocation>;

export const NodeAllocations = z
  .object({
    /** Failing first, then by name; at most 1,000. */
    items: z.array(NodeAllocation),
    total: z.int(),
    /** Pods that are not over and assigned to no node. */
    unassigned: z.int(),
  })
  .meta({ id: "NodeAllocations" });
export type NodeAllocations = z.infer<typeof NodeAllocations>;

/** One image and who runs it. */
export const ImageUse = z
  .object({
    image: z.string(),
    pods: z.int(),
    /** At most 50. */
    namespaces: z.array(z.string()),
  })
  .meta({ id: "ImageUse" });
export type ImageUse = z.infer<typeof ImageUse>;

export const ImageInventory = z
  .object({
    /** Images of pods, most used first; at most 1,000. */
    items: z.array(ImageUse),
    total: z.int(),
  })
  .meta({ id: "ImageInventory" });
export type ImageInventory = z.infer<typeof ImageInventory>;

/** An object that holds an X.509 certificate. */
export const CertificateHolder = ResourceRow.pick({
  group: true,
  kind: true,
  plural: true,
  namespace: true,
  name: true,
})
  .extend({
    /** Where in the object, the first place where it stands in several: `data["tls.crt"]`, `spec.caBundle`, … */
    at: z.string(),
  })
  .meta({ id: "CertificateHolder" });
export type CertificateHolder = z.infer<typeof CertificateHolder>;

/** An X.509 certificate and the first object that holds it; those of one subject and end are one. */
export const CertificateFact = CertificateHolder.extend({
  subject: z.string(),
  notAfter: z.iso.datetime({ offset: true }),
  /** How many objects hold it. */
  objects: z.int(),
  /** The next objects after the first, at most 49. */
  others: z.array(CertificateHolder),
}).meta({ id: "CertificateFact" });
export type CertificateFact = z.infer<typeof CertificateFact>;

export const CertificateQuery = z.object({
  snapshotId: SnapshotId,
  /** Those that objects of these namespaces hold, and these objects alone. */
  namespaces: z.array(z.string().max(63)).max(200).optional(),
});
export type CertificateQuery = z.infer<typeof CertificateQuery>;

export const CertificateList = z
  .object({
    /** The one that ends first is first; at most 500. */
    items: z.array(CertificateFact),
    total: z.int(),
    /** Over at capture. */
    expired: z.int(),
    /** Over within 30 days after capture. */
    soon: z.int(),
  })
  .meta({ id: "CertificateList" });
export type CertificateList = z.infer<typeof CertificateList>;

export const TimelineQuery = z.object({
  snapshotId: SnapshotId,
  namespaces: z.array(z.string().max(63)).max(200).optional(),
  /** Default: the three hours that end with the last event or line, or less where all began later. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  buckets: z.coerce.number().int().min(1).max(240).default(90),
});
export type TimelineQuery = z.infer<typeof TimelineQuery>;

/** Events and log lines of trouble on one axis. */
export const Timeline = z
  .object({
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }),
    bucketMs: z.number(),
    /** All of them, in order. */
    buckets: z.array(
      z.object({
        at: z.iso.datetime({ offset: true }),
        /** Event objects whose last occurrence falls in here; each is counted once, however often it occurred. */
        normal: z.int(),
        warning: z.int(),
        /** Log lines of level error or fatal. */
        errors: z.int(),
      }),
    ),
    /** The log engine did not answer or not fully: `errors` are too low, and why. */
    incomplete: z.string().optional(),
  })
  .meta({ id: "Timeline" });
export type Timeline = z.infer<typeof Timeline>;

export const WhoCanQuery = SnapshotRef.extend({
  verb: z.string().min(1).max(63),
  /** "" for core; ignored for a path. */
  group: z.string().max(253).default(""),
  /** Plural with a subresource where wanted (`pods/log`), or a path that begins with `/`. */
  resource: z.string().min(1).max(253),
  /** "" asks for rights in all namespaces. */
  namespace: z.string().max(63).default(""),
  /** Of one object only. */
  name: z.string().max(253).optional(),
});
export type WhoCanQuery = z.infer<typeof WhoCanQuery>;

const Binding = ResourceRow.pick({ group: true, kind: true, plural: true, namespace: true, name: true });

/** Users, groups and service accounts whom the captured RBAC allows something. */
export const WhoCan = z
  .object({
    subjects: z.array(
      z.object({
        kind: z.enum(["User", "Group", "ServiceAccount"]),
        /** Of service accounts; "" else. */
        namespace: z.string(),
        name: z.string(),
        via: z.array(z.object({ binding: Binding, role: Binding })),
      }),
    ),
    /** What of RBAC was not captured or is outside the reader's part: the answer may lack somebody. */
    missing: z.array(z.string()),
  })
  .meta({ id: "WhoCan" });
export type WhoCan = z.infer<typeof WhoCan>;
