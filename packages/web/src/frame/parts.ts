import { lazyPart } from "../app/lazy-part.tsx";

/** What stands beside or above a page, each fetched when it is first opened, or when the browser is idle. */
export const frameParts = {
  keyHelp: lazyPart(() => import("./key-help.tsx").then((module) => module.KeyHelp)),
  objectDrawer: lazyPart(() => import("../drawer/object-drawer.tsx").then((module) => module.ObjectDrawer)),
  logsDrawer: lazyPart(() => import("../logs-drawer/logs-drawer.tsx").then((module) => module.LogsDrawer)),
};
