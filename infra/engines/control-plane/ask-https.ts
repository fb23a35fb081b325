import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { request } from "node:https";

const answersWithinMs = 3_000;

/** Throws unless a loopback HTTPS server, whose certificate `caFile` vouches for, answers `path` with 200. */
export async function askHttps(port: number, path: string, caFile: string): Promise<void> {
  const signal = AbortSignal.timeout(answersWithinMs);
  const asked = request({ host: "127.0.0.1", port, path, ca: await readFile(caFile), signal, agent: false });
  asked.end();
  const [answer] = await once(asked, "response", { signal });
  answer.setEncoding("utf8");
  let text = "";
  for await (const piece of answer) text += piece;
  if (answer.statusCode !== 200) throw new Error(`port ${port} says ${answer.statusCode} ${text.slice(0, 300)}`);
}
