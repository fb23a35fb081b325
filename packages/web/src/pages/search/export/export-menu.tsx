import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSnapshot } from "../../../data/snapshot-context.ts";
import { useQuestions } from "../../../data/use-questions.ts";
import { DownloadButton } from "../../../logs/download-button.tsx";
import { PopPanel } from "../../../parts/pop-panel.tsx";
import { useBase } from "../../../place/base-context.ts";
import { countText } from "../../../plain/count-text.ts";
import { logTexts } from "../../../texts/logs.ts";
import { exportFile } from "./export-file.ts";
import styles from "./export-menu.module.css";

const formats = [
  { format: "text", extension: "log" },
  { format: "ndjson", extension: "ndjson" },
  { format: "csv", extension: "csv" },
] as const;

/** All lines that match as a file. */
export function ExportMenu({ query }: { query: string }) {
  const { snapshot } = useSnapshot();
  const base = useBase();
  const { data } = useQuery(useQuestions().count(query));
  const [open, setOpen] = useState(false);
  const link = base.by === "link" ? base.token : undefined;
  return (
    <PopPanel label={logTexts.export} button={logTexts.export} align="end" open={open} onOpen={setOpen}>
      <div className={styles.menu}>
        <p>{data ? logTexts.exportAll(data.lines, countText(data.lines)) : logTexts.exportWhat}</p>
        {formats.map(({ format, extension }) => (
          <div key={format} className={styles.format}>
            <DownloadButton
              label={logTexts.exportFormats[format].name}
              fileName={`logs.${extension}`}
              make={({ signal, onProgress }) =>
                exportFile({
                  ...{ snapshotId: snapshot.id, query, format, link, signal },
                  onLines: (lines) => onProgress(lines, Math.max(lines, data?.lines ?? 0)),
                })
              }
            />
            <span>{logTexts.exportFormats[format].what}</span>
          </div>
        ))}
      </div>
    </PopPanel>
  );
}
