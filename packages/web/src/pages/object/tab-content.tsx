import type { ResourceDetail } from "@kubin/schema";
import { Suspense } from "react";
import { lazyPart } from "../../app/lazy-part.tsx";
import { SkeletonLines } from "../../parts/skeleton-lines.tsx";
import type { ObjectTab } from "../../place/place.ts";
import { EventsTab } from "./events-tab.tsx";
import { LogsTab } from "./logs-tab.tsx";
import { RelatedTab } from "./related-tab.tsx";
import { SummaryTab } from "./summary-tab.tsx";

const YamlTab = lazyPart(() => import("./yaml-tab.tsx").then((module) => module.YamlTab));
const DescribeTab = lazyPart(() => import("./describe-tab.tsx").then((module) => module.DescribeTab));

/** What the chosen tab shows. */
export function TabContent({ detail, tab }: { detail: ResourceDetail; tab: ObjectTab }) {
  switch (tab) {
    case "summary":
      return <SummaryTab detail={detail} />;
    case "describe":
      return (
        <Suspense fallback={<SkeletonLines />}>
          <DescribeTab detail={detail} />
        </Suspense>
      );
    case "yaml":
      return (
        <Suspense fallback={<SkeletonLines />}>
          <YamlTab detail={detail} />
        </Suspense>
      );
    case "events":
      return <EventsTab detail={detail} />;
    case "related":
      return <RelatedTab detail={detail} />;
    case "logs":
      return <LogsTab detail={detail} />;
  }
}
