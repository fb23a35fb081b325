import { emitKeypressEvents } from "node:readline";
import { ReadStream } from "node:tty";
import type { Io } from "../../io.ts";
import { paintFor } from "../../output/paint.ts";
import { drawReview } from "./draw-review.ts";
import { type Key, pressKey, type ReviewAction } from "./press-key.ts";
import { firstState, type Reviewed } from "./review-state.ts";

/** The alternate screen, so that no value stays in the scrollback; without a cursor. */
const enter = "\u001b[?1049h\u001b[?25l";
const leave = "\u001b[?25h\u001b[?1049l";
const home = "\u001b[H";
const clearLine = "\u001b[K";
const clearBelow = "\u001b[J";
/** A terminal tells no key release: a key that is held comes again within this time. */
const heldMs = 800;

/** Shows what would be sent and lets a person look through it, until a key ends it. */
export function showReview(io: Io, reviewed: Reviewed): Promise<ReviewAction> {
  const paint = paintFor(io, "stderr");
  let state = firstState;
  let hide: NodeJS.Timeout | undefined;
  const draw = () => {
    const lines = drawReview({ reviewed, state, size: io.size(), paint });
    io.stderr.write(`${home}${lines.map((line) => `${line}${clearLine}`).join("\r\n")}${clearBelow}`);
  };
  return new Promise((resolve) => {
    const end = (action: ReviewAction) => {
      clearTimeout(hide);
      io.stdin.off("keypress", onKey).off("end", onEnd);
      io.stderr.off("resize", draw);
      io.signal.removeEventListener("abort", onEnd);
      restore();
      takeBack();
      io.stdin.pause();
      resolve(action);
    };
    const onEnd = () => end("abort");
    const onKey = (_: string | undefined, key: Key) => {
      const next = pressKey(key, state, reviewed);
      if (typeof next === "string") return end(next);
      state = next;
      clearTimeout(hide);
      if (state.revealed) {
        hide = setTimeout(() => {
          state = { ...state, revealed: false };
          draw();
        }, heldMs);
      }
      draw();
    };
    const restore = () => {
      rawMode(io, false);
      io.stderr.write(leave);
    };
    const takeBack = io.atExit(restore);
    emitKeypressEvents(io.stdin);
    rawMode(io, true);
    io.stderr.write(enter);
    io.stdin.on("keypress", onKey).once("end", onEnd).resume();
    io.stderr.on("resize", draw);
    io.signal.addEventListener("abort", onEnd, { once: true });
    draw();
  });
}

/** Keys come one by one, unseen. Only a real terminal has this. */
function rawMode(io: Io, on: boolean): void {
  if (io.stdin instanceof ReadStream) io.stdin.setRawMode(on);
}
