import { useSnapshot } from "../data/snapshot-context.ts";
import { ageAt } from "../times/age-at.ts";
import { asOf } from "../times/as-of.ts";
import { useTimes } from "../times/use-times.ts";

/** A time as its age when the cluster was captured; the time itself on hover. */
export function Age({ at }: { at: string | undefined }) {
  const { snapshot } = useSnapshot();
  const times = useTimes();
  if (!at) return null;
  return (
    <time dateTime={at} title={times.hint(at)}>
      {ageAt(at, asOf(snapshot)) || at}
    </time>
  );
}
