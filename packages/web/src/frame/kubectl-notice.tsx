import { type KubectlAction, kubectlCommand } from "@kubin/kubernetes";
import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useQuestions } from "../data/use-questions.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { Name } from "../parts/name.tsx";
import type { ObjectRef } from "../place/object-ref.ts";
import { plainText } from "../plain/plain-text.ts";
import { kubectlTexts } from "../texts/kubectl.ts";
import { canDo, kubectlFacts } from "./kubectl-facts.ts";
import styles from "./kubectl-notice.module.css";

export interface KubectlNoticeProps {
  action: KubectlAction;
  target: ObjectRef;
  onClose: () => void;
}

/** In the corner: nothing here reaches the cluster, and the command that does. Escape leaves it. */
export function KubectlNotice({ action, target, onClose }: KubectlNoticeProps) {
  const { data } = useQuery(useQuestions().resource(target));
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const facts = kubectlFacts(data?.object);
  const command = canDo(action, target) ? kubectlCommand({ action, ref: target, ...facts }) : undefined;
  const object = (
    <Name text={`${data?.row.kind ?? target.plural} ${target.namespace ? `${target.namespace}/` : ""}${target.name}`} />
  );
  return (
    <section
      ref={box}
      className={styles.notice}
      aria-labelledby="kubectl-title"
      aria-describedby="kubectl-words"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <h2 id="kubectl-title" className={styles.title}>
        {kubectlTexts.title}
      </h2>
      <ActionIcon
        className={styles.close}
        size={24}
        aria-label={kubectlTexts.close}
        title={kubectlTexts.close}
        onClick={onClose}
      >
        <IconX size={15} aria-hidden />
      </ActionIcon>
      {command === undefined ? (
        <p id="kubectl-words" className={styles.words}>
          {kubectlTexts.cannot[action]} {object}
        </p>
      ) : (
        <>
          <p id="kubectl-words" className={styles.words}>
            {kubectlTexts.doing[action]} {object} {kubectlTexts.inCluster}
          </p>
          <pre className={styles.command}>{plainText(command)}</pre>
          {action === "port-forward" && data && facts.port === undefined && (
            <p className={styles.words}>{kubectlTexts.guessedPort}</p>
          )}
          <CopyButton label={kubectlTexts.copy} text={() => command} />
        </>
      )}
    </section>
  );
}
