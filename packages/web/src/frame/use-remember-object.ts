import { useEffect } from "react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { rememberObject } from "../palette/recent-objects.ts";
import { formatObjectRef, type ObjectRef, parseObjectRef } from "../place/object-ref.ts";

/** What was opened stands in the palette the next time. */
export function useRememberObject(opened: ObjectRef | undefined): void {
  const { snapshot } = useSnapshot();
  const text = opened && formatObjectRef(opened);
  useEffect(() => {
    const target = parseObjectRef(text);
    if (target) rememberObject(snapshot.id, target);
  }, [snapshot.id, text]);
}
