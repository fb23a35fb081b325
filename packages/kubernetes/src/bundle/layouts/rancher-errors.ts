import type { FoundFacts, FoundGap } from "../layout.ts";

const failedRequest = /^Failed to get (\/apis?\/[!-9;-~]{1,500}): (.{1,1000})$/;
const namespaceOf = /\/namespaces\/([a-z0-9-]{1,63})\//;

/** What the tool could not read, as `bundleGenerationError.log` tells it. Its own words are not repeated. */
export function rancherErrors(text: string): FoundFacts {
  const gaps: FoundGap[] = [];
  for (const line of text.split("\n")) {
    const [, path, reason] = failedRequest.exec(line) ?? [];
    // Types that nobody can list (bindings, tokenreviews) hold nothing.
    if (!path || !reason || reason.includes("does not allow this method")) continue;
    gaps.push({ ...reasonOf(reason), what: path, namespace: namespaceOf.exec(path)?.[1] ?? "" });
  }
  return { gaps };
}

function reasonOf(reason: string): Pick<FoundGap, "kind" | "detail"> {
  if (/forbidden/i.test(reason)) return { kind: "forbidden", detail: "The tool was not allowed to read this." };
  if (/timed? ?out|deadline/i.test(reason)) return { kind: "timed-out", detail: "The cluster did not answer in time." };
  return { kind: "missing", detail: "The cluster gave the tool an error instead; bundleGenerationError.log has it." };
}
