import type { ResourceFilter } from "@kubin/schema";
import type { Io } from "../io.ts";
import type { OpenedSnapshot } from "../session/open-snapshot.ts";
import type { GetArgs } from "./get-args.ts";
import type { GetFormat } from "./get-format.ts";
import type { ResolvedKind } from "./resolve-kind.ts";

/** One kind that was asked for, ready to be listed. */
export interface Listing {
  kind: ResolvedKind;
  /** None: all of the kind. */
  names: string[];
  filter: Omit<ResourceFilter, "name">;
  /** As the user gave it. */
  namespaces: string[] | undefined;
}

/** What every way of printing gets. */
export interface PrintAll {
  io: Io;
  args: GetArgs;
  opened: OpenedSnapshot;
  listings: Listing[];
  format: GetFormat;
}
