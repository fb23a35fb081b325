import { abortUpload, beginUpload, completeUpload, joinPieces, signParts, signPiece } from "@kubin/core";
import {
  AbortUpload,
  BeginUpload,
  CompleteUpload,
  JoinedPart,
  PartRef,
  SignedParts,
  SignedPiece,
  SignParts,
  SignPiece,
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
  signPiece: procedure
    .meta(post("/uploads/{snapshotId}/pieces", "Get a signed URL to put one piece of a very large part"))
    .input(SignPiece)
    .output(SignedPiece)
    .mutation(({ ctx, input }) => signPiece({ ctx, input })),
  joinPieces: procedure
    .meta(post("/uploads/{snapshotId}/join", "Make one object of the pieces of a part"))
    .input(PartRef)
    .output(JoinedPart)
    .mutation(({ ctx, input }) => joinPieces({ ctx, input })),
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
