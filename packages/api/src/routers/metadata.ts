import {
  deleteSnapshot,
  findNeighbours,
  findObjects,
  getResource,
  getSnapshot,
  listEvents,
  listKinds,
  listNamespaces,
  listResources,
  listSnapshots,
  openLink,
  watchSnapshot,
} from "@kubin/core";
import {
  EventPage,
  FindObjects,
  FoundObjects,
  KindCount,
  ListEvents,
  ListResources,
  ListSnapshots,
  Neighbours,
  ResourceDetail,
  ResourcePage,
  ResourceRef,
  Snapshot,
  SnapshotPage,
  SnapshotRef,
} from "@kubin/schema";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { asyncIterableOf } from "../async-iterable-of.ts";
import { get, post, remove } from "../routes.ts";
import { procedure } from "../trpc.ts";
import { untilTheCallerLeaves } from "../until-the-caller-leaves.ts";

/** Snapshots and the objects in them. Filters that a query string cannot carry go as POST in `/api/v1`. */
export const metadataRouter = {
  list: procedure
    .meta(get("/snapshots", "Snapshots, newest first"))
    .input(ListSnapshots)
    .output(SnapshotPage)
    .query(({ ctx, input }) => listSnapshots({ ctx, input })),
  get: procedure
    .meta(get("/snapshots/{snapshotId}", "One snapshot"))
    .input(SnapshotRef)
    .output(Snapshot)
    .query(({ ctx, input }) => getSnapshot({ ctx, input })),
  neighbours: procedure
    .meta(get("/snapshots/{snapshotId}/neighbours", "The snapshots of the same cluster just before and after"))
    .input(SnapshotRef)
    .output(Neighbours)
    .query(({ ctx, input }) => findNeighbours({ ctx, input })),
  open: procedure
    .meta(get("/link", "The snapshot behind the presented link"))
    .input(z.void())
    .output(Snapshot)
    .query(({ ctx }) => openLink({ ctx })),
  watch: procedure
    .input(SnapshotRef)
    .output(asyncIterableOf(Snapshot))
    .subscription(({ ctx, input }) => untilTheCallerLeaves(ctx.signal, watchSnapshot({ ctx, input }))),
  delete: procedure
    .meta(remove("/snapshots/{snapshotId}", "Delete a snapshot with everything in it"))
    .input(SnapshotRef)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteSnapshot({ ctx, input })),
  resources: procedure
    .meta(post("/snapshots/{snapshotId}/resources/search", "Objects by type, namespace, labels, health and text"))
    .input(ListResources)
    .output(ResourcePage)
    .query(({ ctx, input }) => listResources({ ctx, input })),
  find: procedure
    .meta(get("/snapshots/{snapshotId}/find", "Objects of any type by name, address, image, label or any text"))
    .input(FindObjects)
    .output(FoundObjects)
    .query(({ ctx, input }) => findObjects({ ctx, input })),
  resource: procedure
    .meta(get("/snapshots/{snapshotId}/resource", "One object with its events and relations"))
    .input(ResourceRef)
    .output(ResourceDetail)
    .query(({ ctx, input }) => getResource({ ctx, input })),
  kinds: procedure
    .meta(get("/snapshots/{snapshotId}/kinds", "Types of objects, counted"))
    .input(SnapshotRef)
    .output(z.array(KindCount))
    .query(({ ctx, input }) => listKinds({ ctx, input })),
  namespaces: procedure
    .meta(get("/snapshots/{snapshotId}/namespaces", "Names of the namespaces"))
    .input(SnapshotRef)
    .output(z.array(z.string()))
    .query(({ ctx, input }) => listNamespaces({ ctx, input })),
  events: procedure
    .meta(post("/snapshots/{snapshotId}/events/search", "Events by namespace, type, text and object"))
    .input(ListEvents)
    .output(EventPage)
    .query(({ ctx, input }) => listEvents({ ctx, input })),
} satisfies TRPCRouterRecord;
