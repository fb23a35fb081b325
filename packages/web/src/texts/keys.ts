/** The keyboard help: where, and there which key does what. */
export const keyTexts = {
  title: "Keyboard",
  close: "Close",
  groups: [
    {
      title: "Everywhere",
      keys: [
        ["⌘K  Ctrl K", "search everything"],
        ["⌘Enter  Ctrl Enter", "in that search: open as a page, not beside it"],
        [":", "a command: :pods, :po shop, :deploy, :ns, :events, :logs, :q"],
        ["/", "go to the filter or query"],
        ["N", "choose namespaces"],
        ["[  ]", "snapshot of this cluster before, after; a link shows one only"],
        ["Esc", "back: out of a filter, an object, the logs"],
        ["?", "this help"],
      ],
    },
    {
      title: "In a list",
      keys: [
        ["j  ↓", "next row"],
        ["k  ↑", "row before"],
        ["g  G", "first row, last row"],
        ["Enter", "in the filter: to the first row; on a row: open it"],
        ["Space", "tick the row, with Shift all up to it"],
        ["Ctrl A", "tick all"],
        ["Esc", "clear the filter, then the ticks"],
      ],
    },
    {
      title: "On a row or object",
      keys: [
        ["d", "describe"],
        ["y", "YAML"],
        ["l", "logs"],
        ["o  J", "go to its owner"],
        ["u", "who uses it"],
        ["n", "node of the pod"],
      ],
    },
    {
      title: "In the log search",
      keys: [
        ["/", "to the query; ↑ in an empty one: searches before"],
        ["Tab", "in the query: take the first completion"],
        ["j  k", "next line, line before; g G: first, last"],
        ["Enter", "open its details in place, close them"],
        ["o", "open it in its log"],
      ],
    },
    {
      title: "In the logs drawer",
      keys: [
        ["p", "the run before the last restart, and back"],
        ["/", "filter its lines"],
        ["→  ←", "on a line: open its details, close them"],
        ["Esc", "clear the filter, leave it, close the logs; elsewhere an open object goes first"],
        ["↑  ↓", "on its edge: higher, lower"],
      ],
    },
    {
      title: "In the log of one run",
      keys: [
        ["j  k", "a line down, up"],
        ["PgDn  PgUp", "a page down, up"],
        ["g  G", "first line, last line"],
      ],
    },
    {
      title: "The kubectl command for the real cluster",
      keys: [
        ["s", "a shell"],
        ["e", "edit"],
        ["F", "forward a port"],
        ["Ctrl D", "delete"],
      ],
    },
  ],
} as const;
