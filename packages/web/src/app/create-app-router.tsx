import { type AnyRoute, createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { BrokenPage } from "../frame/broken-page.tsx";
import { LostPage } from "../frame/lost-page.tsx";
import { SnapshotFrame } from "../frame/snapshot-frame.tsx";
import { formatSearchText, parseSearchText } from "../place/search-text.ts";

const overview = lazyRouteComponent(() => import("../pages/overview/overview-page.tsx"), "OverviewPage");
const list = lazyRouteComponent(() => import("../pages/list/list-page.tsx"), "ListPage");
const object = lazyRouteComponent(() => import("../pages/object/object-page.tsx"), "ObjectPage");
const events = lazyRouteComponent(() => import("../pages/events/events-page.tsx"), "EventsPage");
const search = lazyRouteComponent(() => import("../pages/search/search-page.tsx"), "SearchPage");
const stream = lazyRouteComponent(() => import("../pages/stream/stream-page.tsx"), "StreamPage");
const documents = lazyRouteComponent(() => import("../pages/documents/documents-page.tsx"), "DocumentsPage");
const document = lazyRouteComponent(() => import("../pages/documents/document-page.tsx"), "DocumentPage");
const coverage = lazyRouteComponent(() => import("../pages/gaps/coverage-page.tsx"), "CoveragePage");
const snapshots = lazyRouteComponent(() => import("../pages/snapshots/snapshots-page.tsx"), "SnapshotsPage");

/** Both ways into a snapshot have the same pages below. */
function pagesBelow(parent: AnyRoute): AnyRoute[] {
  const page = (path: string, component: typeof overview) =>
    createRoute({ getParentRoute: () => parent, path, component });
  return [
    page("/", overview),
    page("/r/$group/$plural", list),
    page("/r/$group/$plural/$namespace/$name", object),
    page("/events", events),
    page("/logs", search),
    page("/logs/$namespace/$pod/$container/$source", stream),
    page("/documents", documents),
    page("/documents/$sha256", document),
    page("/coverage", coverage),
  ];
}

/** The routes of the app. Only the frame is in the first load; pages come as they are needed or pointed at. */
export function createAppRouter() {
  const root = createRootRoute({ notFoundComponent: LostPage });
  const home = createRoute({ getParentRoute: () => root, path: "/", component: snapshots });
  const byLink = createRoute({ getParentRoute: () => root, path: "/s/$token", component: SnapshotFrame });
  const byId = createRoute({ getParentRoute: () => root, path: "/snapshots/$id", component: SnapshotFrame });
  return createRouter({
    routeTree: root.addChildren([home, byLink.addChildren(pagesBelow(byLink)), byId.addChildren(pagesBelow(byId))]),
    parseSearch: parseSearchText,
    stringifySearch: formatSearchText,
    pathParamsAllowedCharacters: [":", "@", "+", ",", "="],
    defaultPreload: "intent",
    defaultPendingMs: 300,
    scrollRestoration: true,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: LostPage,
  });
}
