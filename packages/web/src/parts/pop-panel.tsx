import { Button } from "@mantine/core";
import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./pop-panel.module.css";
import { usePanelSide } from "./use-panel-side.ts";

interface PopPanelProps {
  /** For screen readers: of the panel, and of the button where its content does not say it. */
  label: string;
  button: ReactNode;
  buttonLabel?: string;
  title?: string;
  className?: string | undefined;
  align?: "start" | "end";
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
}

/** A button with a panel under it, or above where there is no room, that covers what is there and moves nothing. Escape and a click elsewhere shut it. */
export function PopPanel(props: PopPanelProps) {
  const { label, button, buttonLabel, title, className, align = "start", open, onOpen, children } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const room = usePanelSide(box, panel, open);
  const style: (CSSProperties & Record<`--${string}`, string>) | undefined = room && {
    "--kubin-pop-room": `${room.heightPx}px`,
  };
  useEffect(() => {
    if (!open) return;
    const first = panel.current?.querySelector<HTMLElement>("[data-autofocus], a, button, input");
    (first ?? panel.current)?.focus();
    const shut = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      onOpen(false);
      box.current?.querySelector("button")?.focus();
    };
    // Before all others: what else Escape does here is not meant.
    document.addEventListener("keydown", leave, { capture: true });
    document.addEventListener("pointerdown", shut);
    document.addEventListener("focusin", shut);
    return () => {
      document.removeEventListener("keydown", leave, { capture: true });
      document.removeEventListener("pointerdown", shut);
      document.removeEventListener("focusin", shut);
    };
  }, [open, onOpen]);
  return (
    <div ref={box} className={className ? `${styles.box} ${className}` : styles.box}>
      <Button
        className={styles.button}
        variant="subtle"
        color="gray"
        aria-expanded={open}
        aria-haspopup="dialog"
        aria-controls={open ? id : undefined}
        {...(buttonLabel !== undefined && { "aria-label": buttonLabel })}
        {...(title !== undefined && { title })}
        onClick={() => onOpen(!open)}
      >
        {button}
      </Button>
      {open && (
        <div
          id={id}
          ref={panel}
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          className={styles.panel}
          data-align={align}
          data-side={room?.side}
          style={style}
        >
          {children}
        </div>
      )}
    </div>
  );
}
