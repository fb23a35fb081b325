import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { copyText } from "../plain/copy-text.ts";
import { copyTexts } from "../texts/copy.ts";

interface CopyButtonProps {
  label: string;
  text: () => string;
}

/** Copies what `text` gives and says whether that worked. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"none" | "copied" | "refused">("none");
  useEffect(() => {
    if (outcome === "none") return;
    const timer = setTimeout(() => setOutcome("none"), 2_500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => setOutcome((await copyText(text())) ? "copied" : "refused");
  const words = { none: label, copied: copyTexts.copied, refused: copyTexts.refused }[outcome];
  return (
    <Button
      leftSection={outcome === "copied" ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      onClick={() => void copy()}
      aria-live="polite"
    >
      {words}
    </Button>
  );
}
