import { useRef } from "react";

interface Echoes {
  /** Told of each text that was handed on. */
  sent: (text: string) => void;
  /** Whether a text that comes back is one's own, and so no newer than what is typed. */
  isOwn: (text: string) => boolean;
}

/**
 * Tells a change from outside (back, a link) from what one typed oneself and hears of late. Without it a field that is
 * typed in while its address is written loses the letters typed in between.
 * `initial` is its own too: the first look may come late, when one has typed already.
 */
export function useEchoes(initial: string): Echoes {
  const waiting = useRef<string[]>([initial]);
  const echoes = useRef<Echoes>({
    sent: (text) => waiting.current.push(text),
    isOwn: (text) => {
      const at = waiting.current.lastIndexOf(text);
      // Those before it were overtaken and never come.
      if (at >= 0) waiting.current.splice(0, at + 1);
      return at >= 0;
    },
  });
  return echoes.current;
}
