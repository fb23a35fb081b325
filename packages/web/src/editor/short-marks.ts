import type { Extension } from "@codemirror/state";
import { Decoration, type DecorationSet, MatchDecorator, ViewPlugin, type ViewUpdate } from "@codemirror/view";

/** Behind the first four digits of a mark's hash (see `redactionMark` of the schema package). */
const rest = /(?<=‹redacted:[a-z0-9-]{1,40}:[0-9a-f]{4})[0-9a-f]{16}(?=[:›])/g;

/** Marks of what was taken out, short to the eye; the document keeps them whole for copying and searching. */
export function shortMarks(): Extension {
  const decorator = new MatchDecorator({ regexp: rest, decoration: Decoration.replace({}) });
  return ViewPlugin.define(
    (view) => ({
      marks: decorator.createDeco(view),
      update(update: ViewUpdate) {
        this.marks = decorator.updateDeco(update, this.marks);
      },
    }),
    { decorations: (value): DecorationSet => value.marks },
  );
}
