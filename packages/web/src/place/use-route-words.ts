import { useParams } from "@tanstack/react-router";

/** The named segments of the path, decoded. A segment the route has not is "". */
export function useRouteWords<Name extends string>(...names: Name[]): Record<Name, string> {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  const words: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = params[name];
    words[name] = typeof value === "string" ? value : "";
  }
  return complete(words);
}

/** Guarantee: the loop above has set every name. */
function complete<Name extends string>(words: Partial<Record<Name, string>>): Record<Name, string> {
  return words as Record<Name, string>;
}
