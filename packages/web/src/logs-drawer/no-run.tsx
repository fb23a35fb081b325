import { Button } from "@mantine/core";
import { Notice } from "../parts/notice.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";

/** There are logs, but not of the run that was asked for. */
export function NoRun({ previous, onOther }: { previous: boolean; onOther: () => void }) {
  const { noPrevious, noPreviousWhy, toCurrent, noCurrent, noCurrentWhy, toPrevious } = logsDrawerTexts;
  return (
    <Notice
      title={previous ? noPrevious : noCurrent}
      actions={<Button onClick={onOther}>{previous ? toCurrent : toPrevious}</Button>}
    >
      {previous ? noPreviousWhy : noCurrentWhy}
    </Notice>
  );
}
