import { useSnapshot } from "../data/snapshot-context.ts";
import { ageAt } from "../times/age-at.ts";
import { asOf } from "../times/as-of.ts";
import { timeHint } from "../times/time-hint.ts";

/** A time as its age when the cluster was captured; UTC on hover. */
export function Age({ at }: { at: string | undefined }) {
  const { snapshot } = useSnapshot();
  if (!at) return null;
  return (
    <time dateTime={at} title={timeHint(at)}>
      {ageAt(at, asOf(snapshot)) || at}
    </time>
  );
}
