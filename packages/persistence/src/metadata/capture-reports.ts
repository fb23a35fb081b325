import { isWhole, type MetadataStatements } from "@kubin/core";
import { Insight, RedactionFacts, Remark } from "@kubin/schema";
import type { Database } from "./database.ts";
import { withinScope } from "./scope-sql.ts";
import { storableText } from "./storable.ts";

type Reports = Pick<MetadataStatements, "putCaptureReport" | "captureReport">;

/** What a manifest says of the capture as a whole. */
export function captureReportStatements({ sql }: Database): Reports {
  return {
    async putCaptureReport(snapshotId, { analysis, redaction, remark }) {
      const insights = JSON.stringify(analysis, storableStrings);
      const marks = redaction ? JSON.stringify(redaction) : null;
      const words = remark ? JSON.stringify(remark, storableStrings) : null;
      await sql.$executeRaw`
        INSERT INTO capture_reports (snapshot_id, generation, analysis, redaction, remark)
        SELECT id, generation, ${insights}::jsonb, ${marks}::jsonb, ${words}::jsonb FROM snapshots WHERE id = ${snapshotId}::uuid
        ON CONFLICT (snapshot_id, generation) DO UPDATE
          SET analysis = excluded.analysis, redaction = excluded.redaction, remark = excluded.remark`;
    },

    async captureReport(scope) {
      if (!isWhole(scope)) return { analysis: [] };
      const [row] = await sql.$queryRaw<{ analysis: unknown; redaction: unknown; remark: unknown }[]>`
        SELECT analysis, redaction, remark FROM capture_reports WHERE ${withinScope(scope)}`;
      return {
        analysis: Insight.array().parse(row?.analysis ?? []),
        redaction: RedactionFacts.optional().parse(row?.redaction ?? undefined),
        remark: Remark.optional().parse(row?.remark ?? undefined),
      };
    },
  };
}

function storableStrings(_key: string, value: unknown): unknown {
  return typeof value === "string" ? storableText(value) : value;
}
