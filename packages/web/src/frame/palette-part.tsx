import { useState } from "react";
import { PaletteWaiting } from "../palette/palette-waiting.tsx";
import type { Typed } from "../palette/typed.ts";
import { PartBoundary } from "./part-boundary.tsx";
import { frameParts } from "./parts.ts";

interface PalettePartProps {
  /** Begins as a command. */
  commands: boolean;
  onClose: () => void;
  onAbove: (above: "help" | "namespaces") => void;
  onDrawer: () => void;
}

/** The palette, which begins with what was typed while its code was on its way. */
export function PalettePart({ commands, ...does }: PalettePartProps) {
  const [typed, setTyped] = useState<Typed>({ text: commands ? ":" : "", entered: false });
  const waiting = <PaletteWaiting typed={typed} onTyped={setTyped} onClose={does.onClose} />;
  return (
    <PartBoundary resetKey="palette" waiting={waiting}>
      <frameParts.palette typed={typed} {...does} />
    </PartBoundary>
  );
}
