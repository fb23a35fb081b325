import type { Refusal } from "./answer.ts";
import type { ClusterClient, Question } from "./cluster-client.ts";

/** No discovery document and no small list is larger. */
const maxBytes = 64 * 1024 * 1024;

/** A small answer as a whole. Where it breaks off it is asked for once more. */
export async function readJson(
  client: ClusterClient,
  question: Question,
): Promise<{ ok: true; value: unknown; bytes: Uint8Array } | Refusal> {
  for (let number = 1; ; number++) {
    const answer = await client.ask(question);
    if (!answer.ok) return answer;
    try {
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of answer.body) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > maxBytes) return failed("TooLarge");
      }
      const bytes = Buffer.concat(chunks);
      return { ok: true, value: JSON.parse(bytes.toString("utf8")), bytes };
    } catch {
      if (number === 2) return failed("");
    }
  }
}

function failed(reason: string): Refusal {
  return { ok: false, kind: "failed", status: 0, reason, again: false };
}
