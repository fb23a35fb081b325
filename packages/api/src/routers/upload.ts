import { abortUpload, beginUpload, completeUpload, signParts } from "@kubin/core";
import {
  AbortUpload,
  BeginUpload,
  CompleteUpload,
  SignedParts,
  SignParts,
  Snapshot,
  UploadTicket,
} from "@kubin/schema";
import type { TRPCRouterRecord } from "@trpc/server";
import { post } from "../routes.ts";
import { procedure } from "../trpc.ts";

/**
 * The upload orchestrator: begin gives id, ticket and link; parts go by signed URLs; complete brings the manifest. Paths
 * of its own, since balancers tell pools of processes apart by path.
 */
export const uploadRouter = {
  begin: procedure
    .meta(post("/uploads", "Begin an upload: id, upload ticket and link"))
    .input(BeginUpload)
    .output(UploadTicket)
    .mutation(({ ctx, input }) => beginUpload({ ctx, input })),
  sign: procedure
    .meta(post("/uploads/{snapshotId}/parts", "Announce parts and get signed URLs to put them"))
    .input(SignParts)
    .output(SignedParts)
    .mutation(({ ctx, input }) => signParts({ ctx, input })),
  complete: procedure
    .meta(post("/uploads/{snapshotId}/complete", "Send the manifest; nothing more will be uploaded"))
    .input(CompleteUpload)
    .output(Snapshot)
    .mutation(({ ctx, input }) => completeUpload({ ctx, input })),
  abort: procedure
    .meta(post("/uploads/{snapshotId}/abort", "Give an upload up, with the reason"))
    .input(AbortUpload)
    .output(Snapshot)
    .mutation(({ ctx, input }) => abortUpload({ ctx, input })),
} satisfies TRPCRouterRecord;
