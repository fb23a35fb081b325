import type { Timeline, TroubledItem } from "@kubin/schema";

type Moment = NonNullable<TroubledItem["moments"]>[number];

/** The moments that fall on the axis, each with its place on it from 0 to 1. */
export function momentsOnAxis(moments: readonly Moment[], axis: Pick<Timeline, "from" | "to">) {
  const [from, to] = [Date.parse(axis.from), Date.parse(axis.to)];
  if (!(to > from)) return [];
  return moments.flatMap(({ at, what }) => {
    const share = (Date.parse(at) - from) / (to - from);
    return share >= 0 && share <= 1 ? [{ what, share }] : [];
  });
}
