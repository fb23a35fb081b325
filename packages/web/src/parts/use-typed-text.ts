import { useCallback, useEffect, useRef, useState } from "react";
import { useEchoes } from "./use-echoes.ts";

interface TypedText {
  /** What stands in the field. */
  typed: string;
  /** Holds after a pause. */
  type: (text: string) => void;
  /** Holds at once. */
  send: (text: string) => void;
}

interface TypedOptions {
  value: string;
  pauseMs: number;
  onChange: (text: string) => void;
  /** How a text is handed on, where that is not as it was typed. */
  spell?: (text: string) => string;
}

const asTyped = (text: string) => text;

/** A text that holds in the address once one has paused; where the address changes by itself (back, a link) it wins. */
export function useTypedText({ value, pauseMs, onChange, spell = asTyped }: TypedOptions): TypedText {
  const [typed, setTyped] = useState(value);
  const written = useRef(value);
  const echoes = useEchoes(value);
  useEffect(() => {
    if (echoes.isOwn(value)) return;
    setTyped(value);
    written.current = value;
  }, [value, echoes]);
  const write = useCallback(
    (text: string) => {
      if (text === written.current) return;
      written.current = text;
      const spelled = spell(text);
      echoes.sent(spelled);
      onChange(spelled);
    },
    [onChange, echoes, spell],
  );
  useEffect(() => {
    const timer = setTimeout(() => write(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, write, pauseMs]);
  const send = useCallback(
    (text: string) => {
      setTyped(text);
      write(text);
    },
    [write],
  );
  return { typed, type: setTyped, send };
}
