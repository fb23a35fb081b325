import { request } from "node:http";
import { join } from "node:path";
import type { BenchServer } from "../../with-server.ts";

/** Asks an embedded log engine itself, past Kubin. Its query-condition cache stays off. */
export function askEngine(socketPath: string, sql: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, method: "POST", path: "/?use_query_condition_cache=0" }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (piece: string) => {
        text += piece;
      });
      answer.once("error", reject);
      answer.once("end", () => {
        if (answer.statusCode === 200) resolve(text.trim());
        else reject(new Error(`${sql}\n${text}`));
      });
    });
    asked.once("error", reject);
    asked.end(sql);
  });
}

/** Where the engine of a server listens. */
export function engineOf({ dataDir }: BenchServer): string {
  return join(dataDir, "run", "logs.sock");
}
