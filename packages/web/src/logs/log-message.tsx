import { Button } from "@mantine/core";
import { useState } from "react";
import { countText } from "../plain/count-text.ts";
import { logTexts } from "../texts/logs.ts";
import { jsonLine } from "./message/json-line.ts";
import { JsonMessage } from "./message/json-message.tsx";
import { useLogLook } from "./message/log-look.ts";
import { LogText } from "./message/log-text.tsx";

const stepLetters = 4_000;

/** The text of a line, inert. A line of a megabyte would stop the browser, so it comes in steps. */
export function LogMessage({ text }: { text: string }) {
  const [letters, setLetters] = useState(stepLetters);
  const { json } = useLogLook();
  const parsed = json ? jsonLine(text) : undefined;
  if (parsed) return <JsonMessage line={parsed} />;
  if (text.length <= letters) return <LogText text={text} />;
  return (
    <>
      <LogText text={text.slice(0, letters)} />
      <Button size="compact-xs" variant="light" mx={6} onClick={() => setLetters(letters * 8)}>
        {logTexts.moreLetters(countText(text.length - letters))}
      </Button>
    </>
  );
}
