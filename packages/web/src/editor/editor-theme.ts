import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** The editor in the colours of the app, light and dark by the same variables. */
export function editorTheme(): Extension {
  return EditorView.theme({
    "&": {
      backgroundColor: "var(--kubin-canvas)",
      color: "var(--mantine-color-text)",
      fontSize: "12px",
      height: "100%",
    },
    "&.cm-focused": { outline: "none" },
    ".cm-scroller": { fontFamily: "var(--mantine-font-family-monospace)", lineHeight: "1.5" },
    ".cm-gutters": {
      backgroundColor: "var(--kubin-rail)",
      color: "var(--mantine-color-dimmed)",
      borderRight: "1px solid var(--kubin-line)",
    },
    ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--kubin-hover)" },
    ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
      backgroundColor: "var(--kubin-selected)",
    },
    ".cm-foldPlaceholder": {
      backgroundColor: "var(--kubin-hover)",
      borderColor: "var(--kubin-line)",
      color: "var(--mantine-color-dimmed)",
    },
    ".cm-panels": { backgroundColor: "var(--kubin-rail)", color: "inherit", borderColor: "var(--kubin-line)" },
    ".cm-textfield": { backgroundColor: "var(--kubin-canvas)", borderColor: "var(--mantine-color-default-border)" },
    ".cm-button": { backgroundImage: "none", backgroundColor: "var(--kubin-hover)", borderColor: "var(--kubin-line)" },
    ".cm-text-link, .cm-text-link span": { color: "var(--mantine-color-anchor)", textDecoration: "underline" },
    ".cm-searchMatch": { backgroundColor: "var(--kubin-hit)" },
    ".cm-searchMatch-selected": { outline: "1px solid var(--kubin-amber)" },
  });
}
