import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

/** A stretch of the text that leads somewhere. In order, and none within another. */
export interface TextLink {
  from: number;
  to: number;
  href: string;
  title: string;
}

/**
 * Links in the text, real ones: they can be tabbed to, copied and opened in a new window. A plain click is handed to
 * `follow` with the number of the link.
 */
export function textLinks(links: readonly TextLink[], follow: (index: number) => void): Extension {
  const builder = new RangeSetBuilder<Decoration>();
  links.forEach(({ from, to, href, title }, index) => {
    const attributes = { href, title, "data-link": String(index) };
    builder.add(from, to, Decoration.mark({ tagName: "a", class: "cm-text-link", attributes }));
  });
  return [
    EditorView.decorations.of(builder.finish()),
    EditorView.domEventHandlers({
      click: (event) => {
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
          return false;
        const link = event.target instanceof Element ? event.target.closest("a[data-link]") : null;
        if (!link) return false;
        event.preventDefault();
        follow(Number(link.getAttribute("data-link")));
        return true;
      },
    }),
  ];
}
