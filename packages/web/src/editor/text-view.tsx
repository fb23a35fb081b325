import { defaultKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { codeFolding, foldGutter, foldKeymap, syntaxHighlighting } from "@codemirror/language";
import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { type Ref, use, useEffect, useImperativeHandle, useRef } from "react";
import { NonceContext } from "../app/nonce-context.ts";
import { editorTheme } from "./editor-theme.ts";
import { shortMarks } from "./short-marks.ts";
import { type TextLink, textLinks } from "./text-links.ts";
import styles from "./text-view.module.css";
import { yamlColors } from "./yaml-colors.ts";

interface TextViewProps {
  text: string;
  label: string;
  /** YAML, and JSON as a part of it, with folding; anything else as it is. */
  language: "yaml" | "none";
  /** Stretches of the text that lead somewhere. */
  links?: readonly TextLink[];
  onFollow?: (index: number) => void;
  ref?: Ref<TextFinder>;
}

/** Opens the search within the text, where a browser's own finds only what is on the screen. */
export interface TextFinder {
  find: () => void;
}

/** Marks that reorder or hide the text around them, beside those the editor knows itself (Unicode TR 36). */
const directionMarks = /[\u202a-\u202e\u2060\u2066-\u2069]/g;

const noLinks: readonly TextLink[] = [];

/** Escape, where nothing in the editor takes it: the keys of the page work again. */
function leave(view: EditorView): boolean {
  view.contentDOM.blur();
  return true;
}

/** Text to read: search (Ctrl-F), line numbers. Loaded only when it is shown. */
export function TextView({ text, label, language, links = noLinks, onFollow, ref }: TextViewProps) {
  const follow = useRef(onFollow);
  useEffect(() => {
    follow.current = onFollow;
  });
  const shown = useRef<EditorView>(null);
  useImperativeHandle(ref, () => ({ find: () => void (shown.current && openSearchPanel(shown.current)) }), []);
  const place = useRef<HTMLDivElement>(null);
  const nonce = use(NonceContext);
  useEffect(() => {
    if (!place.current) return;
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorView.cspNonce.of(nonce),
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({
            "aria-label": label,
            tabindex: "0",
            role: "textbox",
            "aria-multiline": "true",
            "aria-readonly": "true",
          }),
          lineNumbers(),
          drawSelection(),
          highlightSpecialChars({ addSpecialChars: directionMarks }),
          highlightActiveLine(),
          search({ top: true }),
          ...(language === "yaml" ? [yaml(), syntaxHighlighting(yamlColors()), foldGutter(), codeFolding()] : []),
          shortMarks(),
          textLinks(links, (index) => follow.current?.(index)),
          editorTheme(),
          keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap, { key: "Escape", run: leave }]),
        ],
      }),
    });
    // It scrolls, so it must be reachable by keyboard (WCAG 2.1.1).
    view.scrollDOM.tabIndex = 0;
    shown.current = view;
    return () => view.destroy();
  }, [text, label, language, links, nonce]);
  return <div ref={place} className={styles.editor} />;
}
