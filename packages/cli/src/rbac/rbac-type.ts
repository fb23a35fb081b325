import type { ResourceType } from "../create/capture/resource-type.ts";

/** As much of a type as a rule names. */
export type RbacType = Pick<ResourceType, "group" | "plural" | "namespaced">;
