import type { LogLine } from "@kubin/schema";
import { jsonLine } from "../logs/message/json-line.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { Marked } from "../parts/marked.tsx";
import { Name } from "../parts/name.tsx";
import { PlaceLink } from "../place/place-link.tsx";
import { countText } from "../plain/count-text.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { useTimes } from "../times/use-times.ts";
import styles from "./line-details.module.css";
import { useStreamHref } from "./use-stream-href.ts";

/** A line of a megabyte would stop the browser; all of it is copied. */
const shownLetters = 8_000;

/** All of one line: where it stands, its fields where it is JSON, and the line as it is in the file. */
export function LineDetails({ line }: { line: LogLine }) {
  const { namespace, pod, container, source } = line;
  const times = useTimes();
  const hrefOf = useStreamHref();
  const fields = jsonLine(line.message)?.fields ?? [];
  const whole = `${line.prefix}${line.message}`;
  return (
    <div className={styles.details}>
      <div className={styles.tools}>
        <PlaceLink
          place={{ page: "stream", namespace, pod, container, source, search: { line: String(line.line + 1) } }}
        >
          {logsDrawerTexts.openAt(countText(line.line + 1))}
        </PlaceLink>
        <PlaceLink place={{ page: "object", group: "", plural: "pods", namespace, name: pod }}>
          <Name text={pod} />
        </PlaceLink>
        <Name text={container} />
        {line.at && (
          <span className={styles.quiet} title={times.hint(line.at)}>
            {times.text(line.at, "seconds")}
          </span>
        )}
        <CopyButton label={logsDrawerTexts.copyLink} text={() => `${window.location.origin}${hrefOf(line)}`} />
        <CopyButton label={logsDrawerTexts.copyRaw} text={() => whole} />
      </div>
      {fields.length > 0 && (
        <dl className={styles.fields}>
          {fields.map(({ name, value }) => (
            <div key={name} className={styles.field}>
              <dt>
                <Name text={name} />
              </dt>
              <dd>
                <Marked text={value.slice(0, shownLetters)} />
              </dd>
              <CopyButton label={logsDrawerTexts.copyValue} text={() => value} />
            </div>
          ))}
        </dl>
      )}
      <pre className={styles.raw}>
        <Marked text={whole.slice(0, shownLetters)} />
      </pre>
    </div>
  );
}
