import type { LogLine } from "@kubin/schema";
import { useStreamHref } from "../../../logs-drawer/use-stream-href.ts";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { Name } from "../../../parts/name.tsx";
import { PlaceLink } from "../../../place/place-link.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { logTexts } from "../../../texts/logs.ts";
import { attributesOf } from "../hits/line-fields.ts";
import styles from "./details.module.css";
import { traceOf } from "./trace-of.ts";

/** Where a line leads: into its log, to its pod, along its trace; its link and its text to be copied. */
export function HitTools({ line }: { line: LogLine }) {
  const { namespace, pod, container, source } = line;
  const hrefOf = useStreamHref();
  const trace = traceOf(attributesOf(line));
  return (
    <div className={styles.tools}>
      <PlaceLink place={{ page: "stream", namespace, pod, container, source, search: { line: String(line.line + 1) } }}>
        {logTexts.openAt(countText(line.line + 1))}
      </PlaceLink>
      <PlaceLink place={{ page: "object", group: "", plural: "pods", namespace, name: pod }}>
        <Name text={pod} />
      </PlaceLink>
      {trace !== undefined && (
        <PlaceLink place={{ page: "logs", search: { q: `trace:${trace}`, order: "oldest" } }}>
          {logTexts.followTrace}
        </PlaceLink>
      )}
      <span className={styles.copies}>
        <CopyButton label={logTexts.copyLink} text={() => `${window.location.origin}${hrefOf(line)}`} />
        <CopyButton label={logTexts.copyLine} text={() => plainText(`${line.prefix}${line.message}`)} />
      </span>
    </div>
  );
}
