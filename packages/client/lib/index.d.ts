import { z } from "zod";
import { TRPCClient } from "@trpc/client";
import * as _$_trpc_server0 from "@trpc/server";

//#region ../schema/dist/errors.d.ts
/** The closed list of what can go wrong, the same for server, client, CLI and page. */
declare const errorCodes: readonly ["BAD_INPUT", "NOT_A_BUNDLE", "NOT_FOUND", "FORBIDDEN", "UNAUTHENTICATED", "CONFLICT", "EXPIRED", "TOO_LARGE", "DIGEST_MISMATCH", "STORE_FULL", "UNAVAILABLE", "CANCELLED", "UNSUPPORTED", "INTERNAL"];
type ErrorCode = (typeof errorCodes)[number];
/** The one error class. `message` is a sentence for a person: what is wrong, what was expected, what to do. */
declare class KubinError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: {
    cause?: unknown;
  });
}
/** Whether `error` is a KubinError (of `code`, where one is given), also across copies of this package. */
declare function isKubinError(error: unknown, code?: ErrorCode): error is KubinError;
//#endregion
//#region ../schema/dist/manifest.d.ts
/**
 * One object of a snapshot. Its key is `snapshots/{id}/{type}/{namespace or _cluster}/{sha256}`.
 * `resources`, `events`: gzip of newline-delimited PartRecord. `logs`: gzip members, listed. `bundle`: gzip of one document.
 */
declare const PartEntry: z.ZodObject<{
  type: z.ZodEnum<{
    bundle: "bundle";
    discovery: "discovery";
    events: "events";
    logs: "logs";
    metrics: "metrics";
    raw: "raw";
    resources: "resources";
  }>;
  namespace: z.ZodUnion<readonly [z.ZodLiteral<"">, z.ZodString]>;
  sha256: z.ZodString;
  size: z.ZodInt;
  items: z.ZodInt;
  members: z.ZodOptional<z.ZodArray<z.ZodObject<{
    namespace: z.ZodUnion<readonly [z.ZodLiteral<"">, z.ZodString]>;
    pod: z.ZodString;
    container: z.ZodString;
    source: z.ZodEnum<{
      current: "current";
      previous: "previous";
    }>;
    offset: z.ZodInt;
    length: z.ZodInt;
    firstLine: z.ZodInt;
    lines: z.ZodInt;
    bytes: z.ZodInt;
  }, z.core.$strip>>>;
  path: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
type PartEntry = z.infer<typeof PartEntry>;
declare const Manifest: z.ZodObject<{
  version: z.ZodInt;
  facts: z.ZodObject<{
    layout: z.ZodString;
    tool: z.ZodString;
    cluster: z.ZodOptional<z.ZodObject<{
      name: z.ZodString;
      uid: z.ZodOptional<z.ZodString>;
    }, z.core.$strip>>;
    kubernetesVersion: z.ZodOptional<z.ZodString>;
    capturedAt: z.ZodOptional<z.ZodISODateTime>;
  }, z.core.$strip>;
  parts: z.ZodArray<z.ZodObject<{
    type: z.ZodEnum<{
      bundle: "bundle";
      discovery: "discovery";
      events: "events";
      logs: "logs";
      metrics: "metrics";
      raw: "raw";
      resources: "resources";
    }>;
    namespace: z.ZodUnion<readonly [z.ZodLiteral<"">, z.ZodString]>;
    sha256: z.ZodString;
    size: z.ZodInt;
    items: z.ZodInt;
    members: z.ZodOptional<z.ZodArray<z.ZodObject<{
      namespace: z.ZodUnion<readonly [z.ZodLiteral<"">, z.ZodString]>;
      pod: z.ZodString;
      container: z.ZodString;
      source: z.ZodEnum<{
        current: "current";
        previous: "previous";
      }>;
      offset: z.ZodInt;
      length: z.ZodInt;
      firstLine: z.ZodInt;
      lines: z.ZodInt;
      bytes: z.ZodInt;
    }, z.core.$strip>>>;
    path: z.ZodOptional<z.ZodString>;
  }, z.core.$strip>>;
  coverage: z.ZodArray<z.ZodObject<{
    kind: z.ZodEnum<{
      cut: "cut";
      duplicate: "duplicate";
      forbidden: "forbidden";
      missing: "missing";
      refused: "refused";
      skipped: "skipped";
      "timed-out": "timed-out";
      unparseable: "unparseable";
    }>;
    what: z.ZodString;
    namespace: z.ZodUnion<readonly [z.ZodLiteral<"">, z.ZodString]>;
    detail: z.ZodString;
    count: z.ZodDefault<z.ZodInt>;
  }, z.core.$strip>>;
  redactions: z.ZodArray<z.ZodObject<{
    rule: z.ZodString;
    namespace: z.ZodUnion<readonly [z.ZodLiteral<"">, z.ZodString]>;
    count: z.ZodInt;
  }, z.core.$strip>>;
}, z.core.$strip>;
type Manifest = z.infer<typeof Manifest>;
//#endregion
//#region ../schema/dist/snapshot.d.ts
declare const Snapshot: z.ZodObject<{
  id: z.ZodUUID;
  state: z.ZodEnum<{
    COMPLETED: "COMPLETED";
    EXPIRED: "EXPIRED";
    FAILED: "FAILED";
    INITIATED: "INITIATED";
    PROCESSING: "PROCESSING";
    TRASHED: "TRASHED";
    UPLOADING: "UPLOADING";
  }>;
  partial: z.ZodBoolean;
  failure: z.ZodOptional<z.ZodString>;
  name: z.ZodString;
  cluster: z.ZodOptional<z.ZodObject<{
    name: z.ZodString;
    uid: z.ZodOptional<z.ZodString>;
  }, z.core.$strip>>;
  kubernetesVersion: z.ZodOptional<z.ZodString>;
  capturedAt: z.ZodOptional<z.ZodISODateTime>;
  createdAt: z.ZodISODateTime;
  completedAt: z.ZodOptional<z.ZodISODateTime>;
  expiresAt: z.ZodISODateTime;
  layout: z.ZodString;
  progress: z.ZodObject<{
    partsKnown: z.ZodInt;
    partsStored: z.ZodInt;
    partsIndexed: z.ZodInt;
    partsFailed: z.ZodInt;
    bytesStored: z.ZodInt;
  }, z.core.$strip>;
  counts: z.ZodObject<{
    objects: z.ZodInt;
    types: z.ZodInt;
    namespaces: z.ZodInt;
    events: z.ZodInt;
    logStreams: z.ZodInt;
    logLines: z.ZodInt;
  }, z.core.$strip>;
  gaps: z.ZodInt;
  redactions: z.ZodInt;
}, z.core.$strip>;
type Snapshot = z.infer<typeof Snapshot>;
//#endregion
//#region ../schema/dist/upload.d.ts
declare const BeginUpload: z.ZodObject<{
  name: z.ZodString;
  layout: z.ZodString;
  manifestVersion: z.ZodInt;
  expiresInDays: z.ZodDefault<z.ZodInt>;
}, z.core.$strip>;
type BeginUpload = z.infer<typeof BeginUpload>;
declare const UploadTicket: z.ZodObject<{
  id: z.ZodUUID;
  ticket: z.ZodString;
  url: z.ZodURL;
  state: z.ZodEnum<{
    COMPLETED: "COMPLETED";
    EXPIRED: "EXPIRED";
    FAILED: "FAILED";
    INITIATED: "INITIATED";
    PROCESSING: "PROCESSING";
    TRASHED: "TRASHED";
    UPLOADING: "UPLOADING";
  }>;
  expiresAt: z.ZodISODateTime;
}, z.core.$strip>;
type UploadTicket = z.infer<typeof UploadTicket>;
//#endregion
//#region ../api/dist/trpc.d.ts
/**
 * What a request brings to a procedure. Opaque on purpose: the exported router type must name neither Express nor
 * core, or the packed client would need both.
 */
interface Context {
  readonly sealed: unknown;
}
/** The route of a procedure in `/api/v1`; what has none (subscriptions) is reachable by tRPC alone. */
type Meta = {
  openapi?: {
    method: "GET" | "POST" | "DELETE";
    path: `/${string}`;
    summary: string;
    tags: string[];
  };
};
//#endregion
//#region ../api/dist/app-router.d.ts
declare const appRouter: _$_trpc_server0.TRPCBuiltRouter<{
  ctx: Context;
  meta: Meta;
  errorShape: {
    code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
    message: string;
    data: {
      code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
      httpStatus: number;
      path?: string;
      stack?: string;
      kubin: {
        code: ErrorCode;
        message: string;
      };
    };
  };
  transformer: false;
}, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
  upload: {
    begin: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        name: string;
        layout: string;
        manifestVersion: number;
        expiresInDays?: number | undefined;
      };
      output: {
        id: string;
        ticket: string;
        url: string;
        state: "COMPLETED" | "EXPIRED" | "FAILED" | "INITIATED" | "PROCESSING" | "TRASHED" | "UPLOADING";
        expiresAt: string;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    sign: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        snapshotId: string;
        parts: {
          type: "bundle" | "discovery" | "events" | "logs" | "metrics" | "raw" | "resources";
          namespace: string;
          sha256: string;
          size: number;
          items: number;
          members?: {
            namespace: string;
            pod: string;
            container: string;
            source: "current" | "previous";
            offset: number;
            length: number;
            firstLine: number;
            lines: number;
            bytes: number;
          }[] | undefined;
          path?: string | undefined;
        }[];
      };
      output: {
        parts: {
          sha256: string;
          key: string;
          upload?: {
            url: string;
            headers: Record<string, string>;
          } | undefined;
        }[];
        expiresAt: string;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    complete: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        snapshotId: string;
        manifest: {
          version: number;
          facts: {
            layout: string;
            tool: string;
            cluster?: {
              name: string;
              uid?: string | undefined;
            } | undefined;
            kubernetesVersion?: string | undefined;
            capturedAt?: string | undefined;
          };
          parts: {
            type: "bundle" | "discovery" | "events" | "logs" | "metrics" | "raw" | "resources";
            namespace: string;
            sha256: string;
            size: number;
            items: number;
            members?: {
              namespace: string;
              pod: string;
              container: string;
              source: "current" | "previous";
              offset: number;
              length: number;
              firstLine: number;
              lines: number;
              bytes: number;
            }[] | undefined;
            path?: string | undefined;
          }[];
          coverage: {
            kind: "cut" | "duplicate" | "forbidden" | "missing" | "refused" | "skipped" | "timed-out" | "unparseable";
            what: string;
            namespace: string;
            detail: string;
            count?: number | undefined;
          }[];
          redactions: {
            rule: string;
            namespace: string;
            count: number;
          }[];
        };
      };
      output: {
        id: string;
        state: "COMPLETED" | "EXPIRED" | "FAILED" | "INITIATED" | "PROCESSING" | "TRASHED" | "UPLOADING";
        partial: boolean;
        failure?: string | undefined;
        name: string;
        cluster?: {
          name: string;
          uid?: string | undefined;
        } | undefined;
        kubernetesVersion?: string | undefined;
        capturedAt?: string | undefined;
        createdAt: string;
        completedAt?: string | undefined;
        expiresAt: string;
        layout: string;
        progress: {
          partsKnown: number;
          partsStored: number;
          partsIndexed: number;
          partsFailed: number;
          bytesStored: number;
        };
        counts: {
          objects: number;
          types: number;
          namespaces: number;
          events: number;
          logStreams: number;
          logLines: number;
        };
        gaps: number;
        redactions: number;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    abort: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        snapshotId: string;
        reason: string;
      };
      output: {
        id: string;
        state: "COMPLETED" | "EXPIRED" | "FAILED" | "INITIATED" | "PROCESSING" | "TRASHED" | "UPLOADING";
        partial: boolean;
        failure?: string | undefined;
        name: string;
        cluster?: {
          name: string;
          uid?: string | undefined;
        } | undefined;
        kubernetesVersion?: string | undefined;
        capturedAt?: string | undefined;
        createdAt: string;
        completedAt?: string | undefined;
        expiresAt: string;
        layout: string;
        progress: {
          partsKnown: number;
          partsStored: number;
          partsIndexed: number;
          partsFailed: number;
          bytesStored: number;
        };
        counts: {
          objects: number;
          types: number;
          namespaces: number;
          events: number;
          logStreams: number;
          logLines: number;
        };
        gaps: number;
        redactions: number;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
  };
  metadata: {
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        limit?: unknown;
        cursor?: string | undefined;
        text?: string | undefined;
      };
      output: {
        items: {
          id: string;
          state: "COMPLETED" | "EXPIRED" | "FAILED" | "INITIATED" | "PROCESSING" | "TRASHED" | "UPLOADING";
          partial: boolean;
          failure?: string | undefined;
          name: string;
          cluster?: {
            name: string;
            uid?: string | undefined;
          } | undefined;
          kubernetesVersion?: string | undefined;
          capturedAt?: string | undefined;
          createdAt: string;
          completedAt?: string | undefined;
          expiresAt: string;
          layout: string;
          progress: {
            partsKnown: number;
            partsStored: number;
            partsIndexed: number;
            partsFailed: number;
            bytesStored: number;
          };
          counts: {
            objects: number;
            types: number;
            namespaces: number;
            events: number;
            logStreams: number;
            logLines: number;
          };
          gaps: number;
          redactions: number;
        }[];
        nextCursor?: string | undefined;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    get: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        snapshotId: string;
      };
      output: {
        id: string;
        state: "COMPLETED" | "EXPIRED" | "FAILED" | "INITIATED" | "PROCESSING" | "TRASHED" | "UPLOADING";
        partial: boolean;
        failure?: string | undefined;
        name: string;
        cluster?: {
          name: string;
          uid?: string | undefined;
        } | undefined;
        kubernetesVersion?: string | undefined;
        capturedAt?: string | undefined;
        createdAt: string;
        completedAt?: string | undefined;
        expiresAt: string;
        layout: string;
        progress: {
          partsKnown: number;
          partsStored: number;
          partsIndexed: number;
          partsFailed: number;
          bytesStored: number;
        };
        counts: {
          objects: number;
          types: number;
          namespaces: number;
          events: number;
          logStreams: number;
          logLines: number;
        };
        gaps: number;
        redactions: number;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    open: _$_trpc_server0.TRPCQueryProcedure<{
      input: void;
      output: {
        id: string;
        state: "COMPLETED" | "EXPIRED" | "FAILED" | "INITIATED" | "PROCESSING" | "TRASHED" | "UPLOADING";
        partial: boolean;
        failure?: string | undefined;
        name: string;
        cluster?: {
          name: string;
          uid?: string | undefined;
        } | undefined;
        kubernetesVersion?: string | undefined;
        capturedAt?: string | undefined;
        createdAt: string;
        completedAt?: string | undefined;
        expiresAt: string;
        layout: string;
        progress: {
          partsKnown: number;
          partsStored: number;
          partsIndexed: number;
          partsFailed: number;
          bytesStored: number;
        };
        counts: {
          objects: number;
          types: number;
          namespaces: number;
          events: number;
          logStreams: number;
          logLines: number;
        };
        gaps: number;
        redactions: number;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    watch: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        snapshotId: string;
      };
      output: AsyncIterable<{
        id: string;
        state: "COMPLETED" | "EXPIRED" | "FAILED" | "INITIATED" | "PROCESSING" | "TRASHED" | "UPLOADING";
        partial: boolean;
        failure?: string | undefined;
        name: string;
        cluster?: {
          name: string;
          uid?: string | undefined;
        } | undefined;
        kubernetesVersion?: string | undefined;
        capturedAt?: string | undefined;
        createdAt: string;
        completedAt?: string | undefined;
        expiresAt: string;
        layout: string;
        progress: {
          partsKnown: number;
          partsStored: number;
          partsIndexed: number;
          partsFailed: number;
          bytesStored: number;
        };
        counts: {
          objects: number;
          types: number;
          namespaces: number;
          events: number;
          logStreams: number;
          logLines: number;
        };
        gaps: number;
        redactions: number;
      }, void, unknown>;
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    delete: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        snapshotId: string;
      };
      output: void;
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    resources: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        limit?: unknown;
        cursor?: string | undefined;
        snapshotId: string;
        filter?: {
          group?: string | undefined;
          plural?: string | undefined;
          namespaces?: string[] | undefined;
          selector?: string | undefined;
          name?: string | undefined;
          health?: ("failing" | "ok" | "unknown" | "warning")[] | undefined;
          text?: string | undefined;
        } | undefined;
        order?: "health" | "name" | "newest" | undefined;
      };
      output: {
        columns: {
          name: string;
          type: "age" | "number" | "text";
          wide: boolean;
        }[];
        items: {
          group: string;
          version: string;
          kind: string;
          plural: string;
          namespace: string;
          name: string;
          uid?: string | undefined;
          createdAt?: string | undefined;
          labels: Record<string, string>;
          health: "failing" | "ok" | "unknown" | "warning";
          reason: string;
          cells: (string | number | null)[];
        }[];
        total: number;
        nextCursor?: string | undefined;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    resource: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        snapshotId: string;
        group: string;
        plural: string;
        namespace: string;
        name: string;
      };
      output: {
        row: {
          group: string;
          version: string;
          kind: string;
          plural: string;
          namespace: string;
          name: string;
          uid?: string | undefined;
          createdAt?: string | undefined;
          labels: Record<string, string>;
          health: "failing" | "ok" | "unknown" | "warning";
          reason: string;
          cells: (string | number | null)[];
        };
        columns: {
          name: string;
          type: "age" | "number" | "text";
          wide: boolean;
        }[];
        object: Record<string, unknown>;
        related: {
          group: string;
          version: string;
          kind: string;
          plural: string;
          namespace: string;
          name: string;
          uid?: string | undefined;
          createdAt?: string | undefined;
          health: "failing" | "ok" | "unknown" | "warning";
          reason: string;
          relation: "binds" | "child" | "node" | "owner" | "selected-by" | "selects" | "used-by" | "uses";
          captured: boolean;
        }[];
        events: {
          namespace: string;
          name: string;
          type: string;
          reason: string;
          message: string;
          count: number;
          firstAt?: string | undefined;
          lastAt?: string | undefined;
          source: string;
          about: {
            group: string;
            kind: string;
            namespace: string;
            name: string;
            uid?: string | undefined;
          };
        }[];
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    kinds: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        snapshotId: string;
      };
      output: {
        group: string;
        version: string;
        kind: string;
        plural: string;
        namespaced: boolean;
        total: number;
        failing: number;
        warning: number;
      }[];
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    namespaces: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        snapshotId: string;
      };
      output: string[];
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    events: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        limit?: unknown;
        cursor?: string | undefined;
        snapshotId: string;
        namespaces?: string[] | undefined;
        type?: string | undefined;
        text?: string | undefined;
        about?: {
          kind: string;
          namespace: string;
          name: string;
        } | undefined;
      };
      output: {
        items: {
          namespace: string;
          name: string;
          type: string;
          reason: string;
          message: string;
          count: number;
          firstAt?: string | undefined;
          lastAt?: string | undefined;
          source: string;
          about: {
            group: string;
            kind: string;
            namespace: string;
            name: string;
            uid?: string | undefined;
          };
        }[];
        total: number;
        nextCursor?: string | undefined;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
  };
  storage: {
    downloads: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        snapshotId: string;
      };
      output: {
        items: {
          type: string;
          namespace: string;
          filename: string;
          path?: string | undefined;
          sha256: string;
          size: number;
          url: string;
        }[];
        expiresAt: string;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
  };
  analytics: {
    overview: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        snapshotId: string;
      };
      output: {
        snapshot: {
          id: string;
          state: "COMPLETED" | "EXPIRED" | "FAILED" | "INITIATED" | "PROCESSING" | "TRASHED" | "UPLOADING";
          partial: boolean;
          failure?: string | undefined;
          name: string;
          cluster?: {
            name: string;
            uid?: string | undefined;
          } | undefined;
          kubernetesVersion?: string | undefined;
          capturedAt?: string | undefined;
          createdAt: string;
          completedAt?: string | undefined;
          expiresAt: string;
          layout: string;
          progress: {
            partsKnown: number;
            partsStored: number;
            partsIndexed: number;
            partsFailed: number;
            bytesStored: number;
          };
          counts: {
            objects: number;
            types: number;
            namespaces: number;
            events: number;
            logStreams: number;
            logLines: number;
          };
          gaps: number;
          redactions: number;
        };
        failing: {
          group: string;
          version: string;
          kind: string;
          plural: string;
          namespace: string;
          name: string;
          uid?: string | undefined;
          createdAt?: string | undefined;
          health: "failing" | "ok" | "unknown" | "warning";
          reason: string;
          count: number;
          restarts: number;
          log?: {
            namespace: string;
            pod: string;
            container: string;
            source: "current" | "previous";
          } | undefined;
        }[];
        failingTotal: number;
        warnings: {
          reason: string;
          kind: string;
          count: number;
          objects: number;
          lastAt?: string | undefined;
          sample: string;
          namespaces: string[];
        }[];
        warningsTotal: number;
        nodes: {
          group: string;
          version: string;
          kind: string;
          plural: string;
          namespace: string;
          name: string;
          uid?: string | undefined;
          createdAt?: string | undefined;
          labels: Record<string, string>;
          health: "failing" | "ok" | "unknown" | "warning";
          reason: string;
          cells: (string | number | null)[];
        }[];
        nodeColumns: string[];
        coverage: {
          kind: "cut" | "duplicate" | "forbidden" | "missing" | "refused" | "skipped" | "timed-out" | "unparseable";
          what: string;
          namespace: string;
          detail: string;
          count: number;
        }[];
        coverageTotal: number;
        redactions: {
          rule: string;
          namespace: string;
          count: number;
        }[];
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
  };
  query: {
    searchLogs: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        snapshotId: string;
        query: string;
        limit?: unknown;
        cursor?: string | undefined;
        order?: "file" | "newest" | undefined;
      };
      output: {
        lines: {
          namespace: string;
          pod: string;
          container: string;
          source: "current" | "previous";
          line: number;
          at?: string | undefined;
          level: "debug" | "error" | "fatal" | "info" | "trace" | "unknown" | "warn";
          message: string;
          prefix: string;
        }[];
        nextCursor?: string | undefined;
        tookMs: number;
        incomplete?: string | undefined;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    countLogs: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        snapshotId: string;
        query: string;
      };
      output: {
        lines: number;
        streams: number;
        tookMs: number;
        incomplete?: string | undefined;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    viewLog: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        snapshotId: string;
        stream: {
          namespace: string;
          pod: string;
          container: string;
          source: "current" | "previous";
        };
        from?: unknown;
        to?: unknown;
        limit?: unknown;
      };
      output: {
        lines: {
          namespace: string;
          pod: string;
          container: string;
          source: "current" | "previous";
          line: number;
          at?: string | undefined;
          level: "debug" | "error" | "fatal" | "info" | "trace" | "unknown" | "warn";
          message: string;
          prefix: string;
        }[];
        total: number;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    linesAround: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        snapshotId: string;
        stream: {
          namespace: string;
          pod: string;
          container: string;
          source: "current" | "previous";
        };
        line: unknown;
        before?: unknown;
        after?: unknown;
      };
      output: {
        lines: {
          namespace: string;
          pod: string;
          container: string;
          source: "current" | "previous";
          line: number;
          at?: string | undefined;
          level: "debug" | "error" | "fatal" | "info" | "trace" | "unknown" | "warn";
          message: string;
          prefix: string;
        }[];
        total: number;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
    streams: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        limit?: unknown;
        cursor?: string | undefined;
        snapshotId: string;
        namespaces?: string[] | undefined;
        pod?: string | undefined;
        text?: string | undefined;
      };
      output: {
        items: {
          namespace: string;
          pod: string;
          container: string;
          source: "current" | "previous";
          lines: number;
          bytes: number;
          firstAt?: string | undefined;
          lastAt?: string | undefined;
        }[];
        total: number;
        nextCursor?: string | undefined;
      };
      meta: Meta;
      errorShape: {
        code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
        message: string;
        data: {
          code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
          httpStatus: number;
          path?: string;
          stack?: string;
          kubin: {
            code: ErrorCode;
            message: string;
          };
        };
      };
    }>;
  };
}>>;
type AppRouter = typeof appRouter;
//#endregion
//#region src/create-client.d.ts
/** The typed client: `client.metadata.list.query({ limit: 10 })`. Every failure is a `KubinError`. */
type KubinClient = TRPCClient<AppRouter>;
/** The part of `fetch` that the client calls. */
type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
interface ClientOptions {
  /** Base address of the server, e.g. `http://127.0.0.1:7780`. */
  server: string;
  /** Token of a link (`/s/{token}`): reads what the link gives. */
  link?: string | undefined;
  /** Upload ticket: uploads to one snapshot. */
  ticket?: string | undefined;
  fetch?: Fetch | undefined;
  /** Ends everything that this client has under way. */
  signal?: AbortSignal | undefined;
}
/** Makes a client. Nothing is sent before the first call. Throws BAD_INPUT where `server` is no http(s) address. */
declare function createClient(options: ClientOptions): KubinClient;
//#endregion
//#region src/kubin-errors.d.ts
/** What a failed call means, as the one error class: the server's own sentence, or why the server was not reached. */
declare function toKubinError(error: unknown, server: string): KubinError;
//#endregion
//#region src/parse-link.d.ts
/** What a link says: which server, and the token that gives its reader rights there. */
interface ParsedLink {
  server: string;
  token: string;
}
/** `http://host/s/{token}[/...]` → server and token; undefined for anything else. A path in front of `/s/` is the server's. */
declare function parseLink(text: string): ParsedLink | undefined;
//#endregion
//#region src/server-address.d.ts
/** `http://host:7780/` → `http://host:7780`. A path in front of Kubin stays. Throws BAD_INPUT with what was expected. */
declare function normaliseServer(text: string): string;
//#endregion
//#region src/upload/retry.d.ts
interface Retry {
  /** Attempts in all. */
  attempts: number;
  /** Upper bound of the first pause; doubles with each attempt. */
  baseMs: number;
  maxMs: number;
}
//#endregion
//#region src/upload/send-parts.d.ts
interface UploadProgress {
  /** Bytes the store has, of those known so far. */
  bytesStored: number;
  bytesKnown: number;
  partsStored: number;
  partsKnown: number;
  /** Parts the server had already. */
  partsSkipped: number;
  /** Attempts that had to be repeated. */
  retried: number;
}
//#endregion
//#region src/upload/upload-bundle.d.ts
interface UploadBundleOptions {
  /** Base address of the server. */
  server: string;
  begin: z.input<typeof BeginUpload>;
  /** In the order they shall be sent; each is asked for only when there is room. */
  parts: AsyncIterable<{
    entry: PartEntry;
    bytes: Uint8Array;
  }>;
  /** Asked for once `parts` is exhausted. */
  manifest: () => Manifest;
  /** Told as soon as the server has made the snapshot: id and link can be shown before a byte is sent. */
  onBegin?: ((ticket: UploadTicket) => void) | undefined;
  /** The same object each time; copy what is kept. */
  onProgress?: ((progress: UploadProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
  fetch?: Fetch | undefined;
  /** PUTs at the same time. */
  concurrency?: number;
  retry?: Retry;
}
interface UploadedBundle {
  ticket: UploadTicket;
  /** As the server saw it right after the upload: usually PROCESSING. */
  snapshot: Snapshot;
  progress: UploadProgress;
}
/**
 * begin → sign in batches → PUT in parallel, with retry and fresh URLs → complete. Bytes go straight to the store.
 * When it fails or is stopped after `begin`, the server is told why, so the snapshot shows it at once.
 */
declare function uploadBundle(options: UploadBundleOptions): Promise<UploadedBundle>;
//#endregion
//#region src/watch-snapshot.d.ts
interface WatchSnapshotOptions {
  client: KubinClient;
  snapshotId: string;
  signal?: AbortSignal | undefined;
  /** How long the subscription may be silent before the snapshot is asked for. */
  silentMs?: number;
  /** Pause between questions once the subscription is gone. */
  pollMs?: number;
  /** The server may be away for this long (a restart) before the watch gives up. */
  awayMs?: number;
}
/**
 * The snapshot now and after each change, until its state is final. Server-sent events where they come through; a
 * proxy that holds them back, or a server that restarts, costs only pace: then the snapshot is polled.
 * Throws what the server says (NOT_FOUND, …), or UNAVAILABLE when it stays away.
 */
declare function watchSnapshot(options: WatchSnapshotOptions): AsyncGenerator<Snapshot>;
//#endregion
export { type AppRouter, type ClientOptions, type ErrorCode, type Fetch, type KubinClient, KubinError, type ParsedLink, type Retry, type Snapshot, type UploadBundleOptions, type UploadProgress, type UploadTicket, type UploadedBundle, type WatchSnapshotOptions, createClient, isKubinError, normaliseServer, parseLink, toKubinError, uploadBundle, watchSnapshot };