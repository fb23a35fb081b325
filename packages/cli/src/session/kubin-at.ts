import { KubinError } from "@kubin/schema";
import { z } from "zod";
import { inert } from "../output/inert.ts";

/** What every Kubin says of itself at `/api/v1/openapi.json`. */
const About = z.object({ info: z.object({ title: z.literal("Kubin"), version: z.string().max(50) }) });

const patienceMs = 10_000;

/** "Kubin 0.1.0", as the server at this address calls itself. Throws UNAVAILABLE where no Kubin answers. */
export async function kubinAt(server: string, signal: AbortSignal): Promise<string> {
  let said: unknown;
  try {
    const both = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    said = await (await fetch(`${server}/api/v1/openapi.json`, { signal: both })).json();
  } catch (error) {
    if (signal.aborted) throw new KubinError("CANCELLED", "Stopped. Nothing was sent.", { cause: error });
    throw new KubinError("UNAVAILABLE", `No Kubin server answers at ${server}.`, { cause: error });
  }
  const about = About.safeParse(said);
  if (!about.success) throw new KubinError("UNAVAILABLE", `What answers at ${server} is no Kubin server.`);
  return `Kubin ${inert(about.data.info.version)}`;
}
