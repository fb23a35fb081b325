import { parseSelector } from "@kubin/kubernetes";
import type { ResourceFilter } from "@kubin/schema";
import type { ResourceQuery } from "../ports/metadata.ts";

/** The filter of a request with its selector parsed. Throws BAD_INPUT for a wrong selector. */
export function resourceFilter(filter: ResourceFilter): ResourceQuery["filter"] {
  const { selector, ...rest } = filter;
  return selector === undefined ? rest : { ...rest, selector: parseSelector(selector) };
}
