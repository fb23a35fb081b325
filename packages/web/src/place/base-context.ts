import { createContext, use } from "react";
import type { Base } from "./place.ts";

export const BaseContext = createContext<Base | undefined>(undefined);

/** The way into the snapshot that the page is below. */
export function useBase(): Base {
  const base = use(BaseContext);
  if (!base) throw new Error("useBase: outside of a snapshot");
  return base;
}
