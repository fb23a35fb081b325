import { Button } from "@mantine/core";
import { IconCopy, IconX } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useSnapshot } from "../../../data/snapshot-context.ts";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { copyText } from "../../../plain/copy-text.ts";
import { countText } from "../../../plain/count-text.ts";
import { copyTexts } from "../../../texts/copy.ts";
import { listTexts } from "../../../texts/lists.ts";
import type { KindRow } from "../rows/kind-row.ts";
import { readYaml } from "./read-yaml.ts";

interface YamlCopyProps {
  kind: { group: string; plural: string };
  rows: readonly KindRow[];
}

type Step = { is: "idle" | "copied" | "failed" } | { is: "reading"; done: number } | { is: "ready"; text: string };

const objectsAtMost = 200;

/** Copies objects as YAML: fetched a few at a time, which can be stopped. A browser that refuses after that long is asked anew. */
export function YamlCopy({ kind, rows }: YamlCopyProps) {
  const { client, snapshot } = useSnapshot();
  const [step, setStep] = useState<Step>({ is: "idle" });
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const start = async () => {
    const control = new AbortController();
    stop.current = control;
    const { signal } = control;
    setStep({ is: "reading", done: 0 });
    try {
      const { toYaml } = await import("../../../editor/to-yaml.ts");
      const read = async ({ namespace, name }: KindRow) =>
        toYaml(
          (await client.metadata.resource.query({ snapshotId: snapshot.id, ...kind, namespace, name }, { signal }))
            .object,
        );
      const text = await readYaml({ rows, read, signal, onDone: (done) => setStep({ is: "reading", done }) });
      setStep((await copyText(text)) ? { is: "copied" } : { is: "ready", text });
    } catch {
      setStep({ is: signal.aborted ? "idle" : "failed" });
    }
  };
  if (step.is === "ready") return <CopyButton label={listTexts.yamlReady} text={() => step.text} />;
  if (step.is === "reading")
    return (
      <>
        <span role="status">{listTexts.yamlProgress(countText(step.done), countText(rows.length))}</span>
        <Button leftSection={<IconX size={14} aria-hidden />} onClick={() => stop.current?.abort()}>
          {listTexts.yamlCancel}
        </Button>
      </>
    );
  const tooMany = rows.length > objectsAtMost;
  const words = { idle: listTexts.copyYaml, copied: copyTexts.copied, failed: listTexts.yamlFailed }[step.is];
  return (
    <Button
      leftSection={<IconCopy size={14} aria-hidden />}
      disabled={tooMany}
      title={tooMany ? listTexts.yamlAtMost(countText(objectsAtMost)) : undefined}
      aria-live="polite"
      onClick={() => void start()}
      onBlur={() => setStep({ is: "idle" })}
    >
      {words}
    </Button>
  );
}
