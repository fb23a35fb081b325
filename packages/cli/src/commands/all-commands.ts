import type { Command } from "../usage/command.ts";
import { configCommand } from "./config.ts";
import { createCommand } from "./create.ts";
import { deleteCommand } from "./delete.ts";
import { describeCommand } from "./describe.ts";
import { downloadCommand } from "./download.ts";
import { getCommand } from "./get.ts";
import { importCommand } from "./import.ts";
import { listCommand } from "./list.ts";
import { logsCommand } from "./logs.ts";
import { openCommand } from "./open.ts";
import { rbacCommand } from "./rbac.ts";
import { searchCommand } from "./search.ts";
import { statusCommand } from "./status.ts";
import { summaryCommand } from "./summary.ts";
import { useCommand } from "./use.ts";
import { versionCommand } from "./version.ts";

/** In the order of `kubin --help`. */
export const allCommands: readonly Command[] = [
  createCommand,
  importCommand,
  listCommand,
  statusCommand,
  openCommand,
  getCommand,
  describeCommand,
  logsCommand,
  searchCommand,
  summaryCommand,
  downloadCommand,
  deleteCommand,
  useCommand,
  rbacCommand,
  configCommand,
  versionCommand,
];
