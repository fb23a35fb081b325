import { HighlightStyle } from "@codemirror/language";
import { tags } from "@lezer/highlight";

/** Keys in the accent, plain values in the text's colour: a page of YAML stays quiet. */
export function yamlColors(): HighlightStyle {
  return HighlightStyle.define([
    { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--kubin-syntax-key)" },
    { tag: [tags.string, tags.special(tags.string), tags.content], color: "var(--kubin-syntax-text)" },
    { tag: [tags.number, tags.bool, tags.null, tags.keyword, tags.atom], color: "var(--kubin-syntax-value)" },
    { tag: [tags.comment, tags.meta, tags.separator, tags.punctuation], color: "var(--mantine-color-dimmed)" },
  ]);
}
