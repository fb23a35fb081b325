import { createContext, use } from "react";
import type { HitTerm } from "./hit-terms.ts";

/** How messages of lines are shown. */
export interface LogLook {
  json: boolean;
  colours: boolean;
  /** What is marked in them. */
  terms: readonly HitTerm[];
}

const plainLook: LogLook = { json: false, colours: true, terms: [] };

export const LogLookContext = createContext<LogLook>(plainLook);

export function useLogLook(): LogLook {
  return use(LogLookContext);
}
