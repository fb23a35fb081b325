import { TextInput } from "@mantine/core";
import { useState } from "react";
import { countText } from "../plain/count-text.ts";
import { logTexts } from "../texts/logs.ts";

/** Goes to the line typed, on Enter. One behind the end goes on as it is: the log says where it ends. */
export function LineJump({ total, onJump }: { total: number; onJump: (line: number) => void }) {
  const [text, setText] = useState("");
  const digits = text.replaceAll(/[\s,.]/g, "");
  const line = /^\d{1,12}$/.test(digits) ? Math.max(1, Number(digits)) : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (line !== undefined) onJump(line);
      }}
    >
      <TextInput
        aria-label={logTexts.goToLine(countText(total))}
        placeholder={logTexts.line}
        inputMode="numeric"
        w={76}
        value={text}
        error={text !== "" && line === undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
}
