import { useMediaQuery } from "@mantine/hooks";
import { timelineTexts } from "../texts/timeline.ts";

/** How a range is chosen on bars; of keys only where a mouse, and so a keyboard, is likely. */
export function useTimelineHint(): string {
  const fine = useMediaQuery("(hover: hover) and (pointer: fine)", true, { getInitialValueInEffect: false });
  return fine ? timelineTexts.hint : timelineTexts.touchHint;
}
