import { useQuery } from "@tanstack/react-query";
import { useSnapshot } from "../data/snapshot-context.ts";
import { useQuestions } from "../data/use-questions.ts";
import { DownloadButton } from "../logs/download-button.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { useBase } from "../place/base-context.ts";
import { countText } from "../plain/count-text.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { downloadLines, fileLinesAtMost } from "./download-lines.ts";

/** What is shown as a file, or the command for it where it is too long for a browser. */
export function FilteredDownload({ query, name }: { query: string; name: string }) {
  const { client, snapshot } = useSnapshot();
  const base = useBase();
  const questions = useQuestions();
  const { data } = useQuery(questions.count(query));
  // A link is all that its readers have; the owner has the id.
  const from = base.by === "link" ? `${window.location.origin}/s/${base.token}` : snapshot.id;
  if (data?.lines === 0) return <p>{logsDrawerTexts.nothingToDownload}</p>;
  if (data && data.lines > fileLinesAtMost) {
    const command = `kubin search --snapshot ${from} --order file --limit ${data.lines} -- '${query.replaceAll("'", String.raw`'\''`)}'`;
    return (
      <p>
        {logsDrawerTexts.fileTooLong(countText(fileLinesAtMost))}{" "}
        <CopyButton label="kubin search" text={() => command} />
      </p>
    );
  }
  return (
    <DownloadButton
      fileName={`${name}.log`}
      make={(opts) => downloadLines({ client, snapshotId: snapshot.id, query, ...opts })}
    />
  );
}
