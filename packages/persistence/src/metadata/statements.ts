import type { Clock, Ids, MetadataStatements } from "@kubin/core";
import { analyticsStatements } from "./analytics.ts";
import { captureReportStatements } from "./capture-reports.ts";
import { countResources } from "./count-resources.ts";
import { coverageStatements } from "./coverage.ts";
import type { Database } from "./database.ts";
import { eraseSnapshot } from "./erase-snapshot.ts";
import { eventBarStatements } from "./event-bars.ts";
import { eventStatements } from "./events.ts";
import { findByName } from "./find-by-name.ts";
import { findStatements } from "./find-resources.ts";
import { kindStatements } from "./kinds.ts";
import { leaseStatements } from "./lease-parts.ts";
import { listResources } from "./list-resources.ts";
import { logIntentStatements } from "./log-intents.ts";
import { logStreamStatements } from "./log-streams.ts";
import { findNeighbours } from "./neighbours.ts";
import { partStatements } from "./parts.ts";
import { putEvents } from "./put-events.ts";
import { putLogStreams } from "./put-log-streams.ts";
import { putResources } from "./put-resources.ts";
import { snapshotStatements } from "./snapshots.ts";
import { readTotals } from "./totals.ts";
import { walkObjects } from "./walk-objects.ts";

/** All statements over a client or a transaction of it. */
export function metadataStatements(opts: { database: Database; clock: Clock; ids: Ids }): MetadataStatements {
  const { database, clock, ids } = opts;
  const { sql } = database;
  return {
    ...snapshotStatements(database, clock),
    neighbours: (snapshot) => findNeighbours({ sql, snapshot, now: clock.now() }),
    eraseSnapshot: (id, { forget }) => eraseSnapshot({ sql, id, forget }),
    totals: (scope) => readTotals(sql, scope),
    ...partStatements(database),
    ...leaseStatements(database, ids),
    putResources: (part, rows) => putResources({ sql, part, rows }),
    putEvents: (part, rows) => putEvents({ sql, part, rows }),
    putLogStreams: (part, members) => putLogStreams({ sql, part, members }),
    ...logIntentStatements(database),
    ...captureReportStatements(database),
    ...coverageStatements(database),
    listResources: (query) => listResources(sql, query),
    countResources: (query) => countResources(sql, query),
    ...findStatements(database),
    findByName: (query) => findByName(sql, query),
    walkObjects: (query) => walkObjects(sql, query),
    ...kindStatements(database),
    ...eventStatements(database),
    ...eventBarStatements(database),
    ...analyticsStatements(database),
    ...logStreamStatements(database),
  };
}
