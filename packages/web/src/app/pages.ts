import { lazyPart } from "./lazy-part.tsx";

/** The pages that are not in the first load, each fetched when it is needed, pointed at, or when the browser is idle. */
export const pages = {
  list: lazyPart(() => import("../pages/list/list-page.tsx").then((module) => module.ListPage)),
  object: lazyPart(() => import("../pages/object/object-page.tsx").then((module) => module.ObjectPage)),
  events: lazyPart(() => import("../pages/events/events-page.tsx").then((module) => module.EventsPage)),
  search: lazyPart(() => import("../pages/search/search-page.tsx").then((module) => module.SearchPage)),
  stream: lazyPart(() => import("../pages/stream/stream-page.tsx").then((module) => module.StreamPage)),
  documents: lazyPart(() => import("../pages/documents/documents-page.tsx").then((module) => module.DocumentsPage)),
  document: lazyPart(() => import("../pages/documents/document-page.tsx").then((module) => module.DocumentPage)),
  coverage: lazyPart(() => import("../pages/gaps/coverage-page.tsx").then((module) => module.CoveragePage)),
  whoCan: lazyPart(() => import("../pages/who-can/who-can-page.tsx").then((module) => module.WhoCanPage)),
  helm: lazyPart(() => import("../pages/helm/helm-page.tsx").then((module) => module.HelmPage)),
  images: lazyPart(() => import("../pages/images/images-page.tsx").then((module) => module.ImagesPage)),
  certificates: lazyPart(() =>
    import("../pages/certificates/certificates-page.tsx").then((module) => module.CertificatesPage),
  ),
  snapshots: lazyPart(() => import("../pages/snapshots/snapshots-page.tsx").then((module) => module.SnapshotsPage)),
};
