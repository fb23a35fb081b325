import { ActionIcon } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { copyText } from "../../plain/copy-text.ts";
import { copyTexts } from "../../texts/copy.ts";

/** A small button that copies `text`, and says whether that worked. */
export function CopyMark({ label, text }: { label: string; text: string }) {
  const [outcome, setOutcome] = useState<"none" | "copied" | "refused">("none");
  useEffect(() => {
    if (outcome === "none") return;
    const timer = setTimeout(() => setOutcome("none"), 2_500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const words = { none: label, copied: copyTexts.copied, refused: copyTexts.refused }[outcome];
  return (
    <ActionIcon
      size={24}
      aria-label={words}
      title={words}
      onClick={() => void copyText(text).then((done) => setOutcome(done ? "copied" : "refused"))}
    >
      {outcome === "copied" ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
    </ActionIcon>
  );
}
