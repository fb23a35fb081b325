import { type AnyRoute, createRootRoute, createRoute, createRouter, type RouteComponent } from "@tanstack/react-router";
import { BrokenPage } from "../frame/broken-page.tsx";
import { LostPage } from "../frame/lost-page.tsx";
import { LostPart } from "../frame/lost-part.tsx";
import { SnapshotFrame } from "../frame/snapshot-frame.tsx";
import { OverviewPage } from "../pages/overview/overview-page.tsx";
import { formatSearchText, parseSearchText } from "../place/search-text.ts";
import { pages } from "./pages.ts";

/** Both ways into a snapshot have the same pages below. */
function pagesBelow(parent: AnyRoute): AnyRoute[] {
  const page = (path: string, component: RouteComponent) =>
    createRoute({ getParentRoute: () => parent, path, component });
  return [
    page("/", OverviewPage),
    page("/r/$group/$plural", pages.list),
    page("/r/$group/$plural/$namespace/$name", pages.object),
    page("/events", pages.events),
    page("/logs", pages.search),
    page("/logs/$namespace/$pod/$container/$source", pages.stream),
    page("/documents", pages.documents),
    page("/documents/$sha256", pages.document),
    page("/coverage", pages.coverage),
    page("/helm", pages.helm),
    page("/images", pages.images),
    page("/certificates", pages.certificates),
    page("/who-can", pages.whoCan),
    page("/$", LostPart),
  ];
}

/** The routes of the app. The frame and the page that a link leads to are in the first load; other pages come as they are needed or pointed at. */
export function createAppRouter() {
  const root = createRootRoute({ notFoundComponent: LostPage });
  const home = createRoute({ getParentRoute: () => root, path: "/", component: pages.snapshots });
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
