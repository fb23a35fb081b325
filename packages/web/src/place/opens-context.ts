import { createContext, use } from "react";

/** Where a link to an object leads from here: into the drawer beside the page, or to the object's own page. */
export const OpensContext = createContext<"drawer" | "page">("page");

export function useOpens(): "drawer" | "page" {
  return use(OpensContext);
}
