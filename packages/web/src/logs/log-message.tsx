import { Button } from "@mantine/core";
import { useState } from "react";
import { Marked } from "../parts/marked.tsx";
import { countText } from "../plain/count-text.ts";
import { logTexts } from "../texts/logs.ts";

const stepLetters = 4_000;

/** The text of a line, inert. A line of a megabyte would stop the browser, so it comes in steps. */
export function LogMessage({ text }: { text: string }) {
  const [letters, setLetters] = useState(stepLetters);
  if (text.length <= letters) return <Marked text={text} />;
  return (
    <>
      <Marked text={text.slice(0, letters)} />
      <Button size="compact-xs" variant="light" mx={6} onClick={() => setLetters(letters * 8)}>
        {logTexts.moreLetters(countText(text.length - letters))}
      </Button>
    </>
  );
}
