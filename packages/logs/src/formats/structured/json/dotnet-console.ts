import { knownRoles, rolesOf } from "../roles.ts";
import type { JsonConvention } from "./json-convention.ts";

/** JSON console formatter of .NET (learn.microsoft.com, "Console log formatting"): `LogLevel`, `Category`, `Message`. */
export const dotnetConsole: JsonConvention = {
  name: "dotnet",
  has: ["LogLevel", "Category"],
  roles: rolesOf({ logger: "Category", attribute: "State.Message State.{OriginalFormat}" }, knownRoles),
};
