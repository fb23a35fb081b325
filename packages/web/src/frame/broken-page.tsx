import { Button } from "@mantine/core";
import { failureOf } from "../data/failure-of.ts";
import { Notice } from "../parts/notice.tsx";
import { failureTexts } from "../texts/failures.ts";
import { CodeMissing } from "./code-missing.tsx";
import { isCodeMissing } from "./is-code-missing.ts";

/** A defect or a page that could not be fetched: the rest of the app stays. */
export function BrokenPage({ error, reset }: { error: unknown; reset?: () => void }) {
  if (isCodeMissing(error)) return <CodeMissing onAgain={reset} />;
  return (
    <Notice
      title={failureTexts.broken}
      tone="trouble"
      isPage
      actions={<Button onClick={() => window.location.reload()}>{failureTexts.reload}</Button>}
    >
      {failureOf(error).message || failureTexts.unknown}
    </Notice>
  );
}
