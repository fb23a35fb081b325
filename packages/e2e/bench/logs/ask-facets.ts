import { type FacetLogs, LogFacets } from "@kubin/schema";
import { z } from "zod";

const answered = z.object({ result: z.object({ data: LogFacets }) });

/** `query.facets`, by its address: undefined of a server that does not have it. */
export async function askFacets(server: string, input: Partial<FacetLogs>): Promise<LogFacets | undefined> {
  const url = new URL("/trpc/query.facets", server);
  url.searchParams.set("input", JSON.stringify(input));
  const answer = await fetch(url);
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`facets: ${answer.status} ${await answer.text()}`);
  return answered.parse(await answer.json()).result.data;
}
