import { LogViewer } from "../../logs/log-viewer.tsx";
import { Name } from "../../parts/name.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { PlaceLink } from "../../place/place-link.tsx";
import { useRouteWords } from "../../place/use-route-words.ts";
import { SourceChoice } from "./source-choice.tsx";
import styles from "./stream-page.module.css";

/** The log of one container run: `/logs/{namespace}/{pod}/{container}/{source}?line=N`. */
export function StreamPage() {
  const words = useRouteWords("namespace", "pod", "container", "source");
  const stream = {
    namespace: words.namespace === "_" ? "" : words.namespace,
    pod: words.pod,
    container: words.container,
    source: words.source === "previous" ? ("previous" as const) : ("current" as const),
  };
  useTitle(`${stream.pod} ${stream.container}`);
  return (
    <>
      <PageHead
        title={
          <span className={styles.heading}>
            <PlaceLink
              place={{ page: "object", group: "", plural: "pods", namespace: stream.namespace, name: stream.pod }}
            >
              <Name text={`${stream.namespace}/${stream.pod}`} />
            </PlaceLink>{" "}
            <Name text={stream.container} />
          </span>
        }
      >
        <SourceChoice stream={stream} />
      </PageHead>
      <LogViewer stream={stream} startAt="first" />
    </>
  );
}
