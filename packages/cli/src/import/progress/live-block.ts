import type { Io } from "../../io.ts";
import { cut } from "../../output/format-table.ts";

/** At most ten times a second. */
const redrawMs = 100;

export interface LiveBlock {
  /** Something changed: draw soon. */
  touch(): void;
  /** Draws once more and leaves the lines where they are. */
  stop(): void;
}

/** Lines on stderr that are drawn over themselves. For terminals only. */
export function createLiveBlock(io: Pick<Io, "stderr" | "size">, lines: () => string[]): LiveBlock {
  let drawn = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const draw = () => {
    timer = undefined;
    // Cut to the width, or a wrapped line would not be drawn over. Colours count as width: a little is lost, no more.
    const now = lines().map((line) => cut(line, io.size().columns - 1));
    // Cleared below: there may be fewer lines than before.
    const up = drawn === 0 ? "" : `\u001b[${drawn}A\u001b[0J`;
    io.stderr.write(up + now.map((line) => `\r${line}\n`).join(""));
    drawn = now.length;
  };
  return {
    touch() {
      if (!stopped) timer ??= setTimeout(draw, redrawMs);
    },
    stop() {
      if (stopped) return;
      stopped = true;
      clearTimeout(timer);
      draw();
    },
  };
}
