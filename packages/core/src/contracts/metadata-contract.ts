import { afterAll, afterEach, beforeAll, describe } from "vitest";
import type { MetadataPort } from "../ports/metadata.ts";
import { describeAnalytics } from "./metadata/analytics.ts";
import { describeCaptureReports } from "./metadata/capture-reports.ts";
import { describeContent } from "./metadata/content.ts";
import { describeCoverage } from "./metadata/coverage.ts";
import { describeEvents } from "./metadata/events.ts";
import { describeFind } from "./metadata/find.ts";
import { describeHostileText } from "./metadata/hostile-text.ts";
import { describeLeases } from "./metadata/leases.ts";
import { describeLogStreams } from "./metadata/log-streams.ts";
import { createSuite } from "./metadata/metadata-suite.ts";
import { describeNeighbours } from "./metadata/neighbours.ts";
import { describeOutbox } from "./metadata/outbox.ts";
import { describeParts } from "./metadata/parts.ts";
import { describeResources } from "./metadata/resources.ts";
import { describeScopes } from "./metadata/scopes.ts";
import { describeSnapshots } from "./metadata/snapshots.ts";

/** What every body of the metadata port does, run against the one that `open` gives (on an empty store, or a used one). */
export function describeMetadataContract(
  name: string,
  open: () => Promise<{ port: MetadataPort; close(): Promise<void> }>,
): void {
  describe(`metadata port: ${name}`, () => {
    let opened: { port: MetadataPort; close(): Promise<void> } | undefined;
    const suite = createSuite(() => {
      if (!opened) throw new Error("the port is opened before the tests");
      return opened.port;
    });
    beforeAll(async () => {
      opened = await open();
    });
    afterEach(() => suite.cleanUp());
    afterAll(() => opened?.close());
    describeSnapshots(suite);
    describeNeighbours(suite);
    describeParts(suite);
    describeLeases(suite);
    describeContent(suite);
    describeResources(suite);
    describeAnalytics(suite);
    describeFind(suite);
    describeEvents(suite);
    describeLogStreams(suite);
    describeCaptureReports(suite);
    describeCoverage(suite);
    describeScopes(suite);
    describeHostileText(suite);
    describeOutbox(suite);
  });
}
