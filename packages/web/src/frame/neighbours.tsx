import type { Neighbours as Found } from "@kubin/schema";
import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useFinding } from "../data/find-queries.ts";
import { useKeys } from "../keys/use-keys.ts";
import { frameTexts } from "../texts/frame.ts";
import { useTimes } from "../times/use-times.ts";
import styles from "./neighbours.module.css";
import { useGoToSnapshot } from "./use-go-to-snapshot.ts";

/** To the snapshots of this cluster before and after, on the same page. For its owner: a link shows one snapshot only. */
export function Neighbours() {
  const { data } = useQuery(useFinding().neighbours());
  const go = useGoToSnapshot();
  const { previous, next } = data ?? {};
  useKeys({
    "[": previous && (() => go(previous.id)),
    "]": next && (() => go(next.id)),
  });
  return (
    <fieldset className={styles.pair} aria-label={frameTexts.neighbours}>
      <Step to={previous} name={frameTexts.previous} none={frameTexts.noPrevious} />
      <Step to={next} name={frameTexts.next} none={frameTexts.noNext} isNext />
    </fieldset>
  );
}

interface StepProps {
  to: Found["next"];
  name: (when: string) => string;
  none: string;
  isNext?: boolean;
}

function Step({ to, name, none, isNext = false }: StepProps) {
  const times = useTimes();
  const go = useGoToSnapshot();
  const words = to ? name(times.text(to.capturedAt ?? to.createdAt)) : none;
  const Icon = isNext ? IconChevronRight : IconChevronLeft;
  return (
    <ActionIcon
      size={26}
      aria-label={words}
      title={words}
      // Not `disabled`: the words why stay readable.
      aria-disabled={to === undefined}
      {...(to === undefined && { "data-disabled": true })}
      onClick={() => to && go(to.id)}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
