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
    ".cm-panel.cm-search": {
      display: "flex",
      flexWrap: "wrap",
      alignItems: "center",
      gap: "4px 8px",
      padding: "6px 32px 6px 12px",
      fontFamily: "var(--mantine-font-family)",
    },
    ".cm-panel.cm-search br": { display: "none" },
    ".cm-panel.cm-search input, .cm-panel.cm-search button": { margin: 0, fontSize: "12px", minHeight: "24px" },
    ".cm-panel.cm-search .cm-textfield": { flex: "1 1 160px", maxWidth: "320px", padding: "2px 8px", color: "inherit" },
    ".cm-panel.cm-search .cm-button": { padding: "2px 8px", borderRadius: "3px", color: "inherit", cursor: "pointer" },
    ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "4px", fontSize: "12px" },
    ".cm-panel.cm-search [name=close]": { top: "6px", right: "8px", width: "24px", fontSize: "16px", color: "inherit" },
    ".cm-textfield": { backgroundColor: "var(--kubin-canvas)", borderColor: "var(--mantine-color-default-border)" },
    ".cm-button": { backgroundImage: "none", backgroundColor: "var(--kubin-hover)", borderColor: "var(--kubin-line)" },
    ".cm-text-link, .cm-text-link span": { color: "var(--mantine-color-anchor)", textDecoration: "underline" },
    ".cm-searchMatch": { backgroundColor: "var(--kubin-hit)" },
    ".cm-searchMatch-selected": { outline: "1px solid var(--kubin-amber)" },
  });
}
