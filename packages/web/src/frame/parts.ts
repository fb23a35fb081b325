import { lazyPart } from "../app/lazy-part.tsx";

/** What stands beside or above a page, each fetched when it is first opened, or when the browser is idle. */
export const frameParts = {
  keyHelp: lazyPart(() => import("./key-help.tsx").then((module) => module.KeyHelp)),
  objectDrawer: lazyPart(() => import("../drawer/object-drawer.tsx").then((module) => module.ObjectDrawer)),
  logsDrawer: lazyPart(() => import("../logs-drawer/logs-drawer.tsx").then((module) => module.LogsDrawer)),
  kubectlNotice: lazyPart(() => import("./kubectl-notice.tsx").then((module) => module.KubectlNotice)),
  palette: lazyPart(() => import("../palette/palette.tsx").then((module) => module.Palette)),
  namespaceChoices: lazyPart(() => import("../parts/namespace-choices.tsx").then((module) => module.NamespaceChoices)),
};
