import type { KubectlAction } from "@kubin/kubernetes";
import { useLocation } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useKeys } from "../keys/use-keys.ts";
import { formatObjectRef, type ObjectRef } from "../place/object-ref.ts";
import { currentObject } from "./current-object.ts";
import { PartBoundary } from "./part-boundary.tsx";
import { frameParts } from "./parts.ts";

interface Wanted {
  action: KubectlAction;
  target: ObjectRef;
  /** Where it was wanted: elsewhere it is no longer shown. */
  href: string;
}

/** The keys of k9s that change a cluster. Here they give the command for the real one. */
export function LiveActions() {
  const [wanted, setWanted] = useState<Wanted>();
  const before = useRef<Element | null>(null);
  const href = useLocation({ select: (location) => location.href });
  const want = (action: KubectlAction) => () => {
    const target = currentObject();
    if (!target) return;
    before.current = document.activeElement;
    setWanted({ action, target, href });
  };
  useKeys({ s: want("shell"), e: want("edit"), F: want("port-forward"), "Ctrl+d": want("delete") });
  if (!wanted || wanted.href !== href) return null;
  const close = () => {
    setWanted(undefined);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const { action, target } = wanted;
  const key = `${action} ${formatObjectRef(target)}`;
  return (
    <PartBoundary resetKey={key} waiting={null}>
      <frameParts.kubectlNotice key={key} action={action} target={target} onClose={close} />
    </PartBoundary>
  );
}
