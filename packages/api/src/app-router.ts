import { analyticsRouter } from "./routers/analytics.ts";
import { metadataRouter } from "./routers/metadata.ts";
import { queryRouter } from "./routers/query.ts";
import { storageRouter } from "./routers/storage.ts";
import { uploadRouter } from "./routers/upload.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  upload: uploadRouter,
  metadata: metadataRouter,
  storage: storageRouter,
  analytics: analyticsRouter,
  query: queryRouter,
});

export type AppRouter = typeof appRouter;
