import { once } from "node:events";
import { exportLogs } from "@kubin/core";
import { ExportLogs } from "@kubin/schema";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { RequestHandler } from "express";
import { translateError } from "../translate-error.ts";
import { openContext } from "../trpc.ts";
import { createContext } from "./create-context.ts";
import { logFailure } from "./log-failure.ts";
import type { GatewayOptions } from "./options.ts";
import { refuse } from "./refuse.ts";
import { stateOf } from "./request-state.ts";

const types = { ndjson: "application/x-ndjson", csv: "text/csv; charset=utf-8", text: "text/plain; charset=utf-8" };
const extensions = { ndjson: "ndjson", csv: "csv", text: "log" };

/** `GET /api/v1/snapshots/{id}/logs/export?query=…&format=ndjson|csv|text`: all lines that match, as one file. */
export function exportEndpoint(options: GatewayOptions): RequestHandler<{ snapshotId: string }> {
  return async (req, res) => {
    const { requestId, signal } = stateOf(res);
    try {
      const { ctx } = openContext(createContext(options, req, res));
      const { query = "", format } = req.query;
      const input = readInput({ snapshotId: req.params.snapshotId, query, format });
      const file = exportLogs({ ctx, input });
      // What is refused is refused before a header goes: with the first piece.
      const first = await file.next();
      res.setHeader("Content-Type", types[input.format]);
      res.attachment(`logs.${extensions[input.format]}`);
      for (let piece = first; !piece.done; piece = await file.next()) {
        if (!res.write(piece.value)) await once(res, "drain", { signal });
      }
      res.end();
    } catch (error) {
      if (signal.aborted) return;
      const { note, error: translated } = translateError(error, requestId);
      logFailure(options.ctx.log, { error: translated, path: "logs.export", requestId });
      // A file that was begun is cut, so that it cannot be taken for a whole one.
      refuse(res, { status: getHTTPStatusCodeFromError(translated), ...note });
    }
  };
}

function readInput(given: unknown): ExportLogs {
  const { data, error } = ExportLogs.safeParse(given);
  if (error) throw new TRPCError({ code: "BAD_REQUEST", cause: error });
  return data;
}
